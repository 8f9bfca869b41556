import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService } from '@nestjs/core';
import { PolicyTable } from '../identity/policy-table';
import { ContextPorts } from './context-ports';
import { type Route, routesOf } from './routes';

/** Routes and policy table do not fit: everything that is wrong, told at once. */
export class WiringFaults extends Error {
  override readonly name = 'WiringFaults';

  constructor(readonly faults: readonly string[]) {
    super(['Routes and policy table do not fit:', ...faults.map((fault) => `- ${fault}`)].join('\n'));
  }
}

/** Stops the start of a process in which a route has no rule, or a rule no route. */
@Injectable()
export class WiringCheck implements OnModuleInit {
  constructor(
    @Inject(DiscoveryService) private readonly discovery: DiscoveryService,
    @Inject(PolicyTable) private readonly policy: PolicyTable,
    @Inject(ContextPorts) private readonly ports: ContextPorts,
  ) {}

  /** @throws WiringFaults */
  onModuleInit(): void {
    const routes = routesOf(this.discovery);
    const faults = [...routes.flatMap((route) => this.routeFaults(route)), ...this.tableFaults(routes)];
    if (faults.length > 0) throw new WiringFaults(faults);
  }

  private routeFaults({ name, writes, operation }: Route): readonly string[] {
    if (operation === undefined) return [`${name} has no @Operation`];
    const rule = this.policy.find(operation);
    if (!rule) return [`${operation} (${name}) has no entry in the policy table`];
    if (writes && !rule.write && rule.roles !== 'public') return [`${operation} (${name}) writes: say how`];
    if (!writes && rule.write) return [`${operation} (${name}) is a GET that its entry says writes`];
    return [];
  }

  private tableFaults(routes: readonly Route[]): readonly string[] {
    return this.policy.all().flatMap((rule) => {
      const count = routes.filter(({ operation }) => operation === rule.id).length;
      const faults: string[] = [];
      if (count === 0) faults.push(`${rule.id} has no route`);
      if (count > 1) faults.push(`${rule.id} has ${count} routes`);
      if (rule.write && rule.roles === 'public') faults.push(`${rule.id} lets anybody write`);
      if (rule.write && !this.ports.refusals(rule.context)) {
        faults.push(`${rule.id} writes, and nobody records refusals of ${rule.context}`);
      }
      return faults;
    });
  }
}
