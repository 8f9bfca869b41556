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

  /** Of every context, and of whatever else in this process has any. */
  allProjections(): readonly { readonly owner: string; readonly port: ProjectionsPort }[] {
    const prefix = projectionsOf('');
    return this.discovery.getProviders().flatMap(({ token, instance }) => {
      if (typeof token !== 'string' || !token.startsWith(prefix)) return [];
      return [{ owner: token.slice(prefix.length), port: instance as ProjectionsPort }];
    });
  }

  /** Of every context, and of the app. */
  allReadiness(): readonly ReadinessCheck[] {
    return this.discovery.getProviders().flatMap(({ token, instance }) => {
      const given = typeof token === 'string' && token.startsWith(readinessOf(''));
      return given ? (instance as readonly ReadinessCheck[]) : [];
    });
  }

  private find<Port>(token: string): Port | undefined {
    return this.discovery.getProviders().find((provider) => provider.token === token)?.instance as Port | undefined;
  }
}
