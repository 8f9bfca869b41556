import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Operation } from '../identity/policy';
import { Health, type HealthReport } from './health';

/** For those who run the system: no personal data. */
@ApiExcludeController()
@Controller('health')
export class HealthController {
  constructor(@Inject(Health) private readonly health: Health) {}

  /** The process answers. */
  @Get('live')
  @Operation('platform.live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do its work: 200, or 503 with what is missing. */
  @Get('ready')
  @Operation('platform.ready')
  async ready(@Res({ passthrough: true }) response: Response): Promise<HealthReport> {
    const report = await this.health.ready();
    response.status(report.status === 'fail' ? 503 : 200);
    return report;
  }

  /** Everything that has been written has arrived everywhere: 200, or 503 while it has not. */
  @Get('settled')
  @Operation('platform.settled')
  async settled(@Res({ passthrough: true }) response: Response): Promise<{ settled: boolean }> {
    const settled = await this.health.settled();
    response.status(settled ? 200 : 503);
    return { settled };
  }
}
