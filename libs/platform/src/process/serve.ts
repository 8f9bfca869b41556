import type { DynamicModule } from '@nestjs/common';
import { bootstrap, type Running } from '../bootstrap';
import type { ContextPart } from '../context/context-part';
import { readinessOf, type ReadinessCheck } from '../context/ports';
import { banksCheck } from '../health/banks-check';
import { calendarCheck } from '../health/calendar-check';
import type { BankRegister } from '../identity/bank-register';
import type { ContractEvents } from '../identity/development/contract-events';
import type { DevelopmentIssuer } from '../identity/development/development-issuer';
import { PlatformModule } from '../platform.module';
import type { Foundation } from './foundation';

/** One context as a process serves it. */
export interface ServedContext {
  readonly part: ContextPart;
  readonly module: DynamicModule;
  readonly readiness: readonly ReadinessCheck[];
}

export interface ServeOptions {
  readonly banks?: BankRegister;
  readonly developmentIssuer?: DevelopmentIssuer;
  readonly contractEvents?: ContractEvents;
  readonly host?: string;
  readonly greeting?: (url: string) => readonly string[];
}

class Application {}

/** Serves these contexts over HTTP until a signal comes; then everything that was opened is closed. */
export function serve(
  foundation: Foundation,
  contexts: readonly ServedContext[],
  { host, greeting, ...options }: ServeOptions = {},
): Promise<Running> {
  const { calendar, clock, closing, config, log, metrics, people } = foundation;
  const parts = contexts.map(({ part }) => part);
  const { banks } = options;
  const checks = [
    ...(banks ? [banksCheck(banks, log)] : []),
    calendarCheck(calendar, clock),
    ...contexts.flatMap(({ readiness }) => readiness),
  ];
  const platform = PlatformModule.register({ config, clock, people, contexts: parts, log, metrics, ...options });
  return bootstrap(
    {
      module: Application,
      imports: [platform, ...contexts.map(({ module }) => module)],
      providers: [{ provide: readinessOf('app'), useValue: checks }],
    },
    {
      ...(host !== undefined && { host }),
      ...(greeting && { greeting }),
      onClosed: () => closing.close(),
    },
  );
}
