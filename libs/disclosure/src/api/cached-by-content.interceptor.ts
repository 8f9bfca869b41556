import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { sha256Hex } from '@fajiao/kernel';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';

/**
 * Lets browsers and proxies keep an answer, and ask each time whether it is still so (ETag, 304): what is taken down has to
 * be gone at once (APL-48).
 */
@Injectable()
export class CachedByContent implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    return next.handle().pipe(
      map((body: unknown) => {
        const content = typeof body === 'string' ? body : JSON.stringify(body);
        response.setHeader('ETag', `"${sha256Hex(content).slice(0, 32)}"`);
        response.setHeader('Cache-Control', 'public, no-cache');
        return body;
      }),
    );
  }
}
