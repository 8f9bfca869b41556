import { Controller, Get, Inject, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Response } from 'express';
import { Operation } from '../identity/policy';
import { Metrics } from '../observability/metrics';
import { Health } from './health';

@ApiExcludeController()
@Controller('metrics')
export class MetricsController {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(Health) private readonly health: Health,
  ) {}

  /** In the text format of Prometheus. */
  @Get()
  @Operation('platform.metrics')
  async scrape(@Res() response: Response): Promise<void> {
    for (const [context, statuses] of Object.entries(await this.health.projections())) {
      for (const { name, lag, parked } of statuses) {
        if (lag !== null) this.metrics.projectionLag.set({ context, projection: name }, lag);
        this.metrics.parkedStreams.set({ context, projection: name }, parked);
      }
    }
    response.type(this.metrics.registry.contentType).send(await this.metrics.registry.metrics());
  }
}
