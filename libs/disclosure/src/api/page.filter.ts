import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { Problem } from '@fajiao/platform';
import type { Response } from 'express';
import { noticePage, notFoundPage } from './pages/notice.page';

/** What a browser may do with a page: load its style sheet and send its form back here, nothing else. */
export const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** Problems of the pages as pages. */
@Catch(Problem)
export class PageFilter implements ExceptionFilter {
  catch({ code, content }: Problem, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const { status, page } = answerTo(code);
    if (content.retryAfterSeconds !== undefined) response.setHeader('Retry-After', content.retryAfterSeconds);
    response
      .status(status)
      .setHeader('Cache-Control', 'no-store')
      .setHeader('Content-Security-Policy', PAGE_POLICY)
      .type('html')
      .send(page.markup);
  }
}

function answerTo(code: string) {
  switch (code) {
    case 'disclosure.not-found':
      return { status: 404, page: notFoundPage() };
    case 'rate.exceeded':
      return { status: 429, page: noticePage('访问过于频繁', '请稍后再试。') };
    case 'projection.behind':
      return { status: 503, page: noticePage('暂时无法显示', '数据正在更新，请稍后再试。') };
    default:
      return { status: 400, page: noticePage('无法显示', '链接不完整或者已经失效。') };
  }
}
