import { Inject, Injectable } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import {
  projectionsOf,
  type ProjectionsPort,
  readinessOf,
  type ReadinessCheck,
  type RefusalRecorder,
  refusalRecorderOf,
} from './ports';

/** Finds what contexts provide to the platform, in whichever module they provide it. */
@Injectable()
export class ContextPorts {
  constructor(@Inject(DiscoveryService) private readonly discovery: DiscoveryService) {}

  refusals(context: string): RefusalRecorder | undefined {
    return this.find<RefusalRecorder>(refusalRecorderOf(context));
  }

  projections(context: string): ProjectionsPort | undefined {
    return this.find<ProjectionsPort>(projectionsOf(context));
  }

  readiness(context: string): readonly ReadinessCheck[] {
    return this.find<readonly ReadinessCheck[]>(readinessOf(context)) ?? [];
  }

  private find<Port>(token: string): Port | undefined {
    return this.discovery.getProviders().find((provider) => provider.token === token)?.instance as Port | undefined;
  }
}
