import { type DynamicModule, Module, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule } from '@nestjs/core';
import type { Clock } from '@fajiao/kernel';
import { type Config, ConfigFaults } from './config/config';
import type { ContextPart } from './context/context-part';
import { ContextPorts } from './context/context-ports';
import { BANKS, CLOCK, CONFIG, PARTS, PEOPLE, TOKENS } from './context/tokens';
import { WiringCheck } from './context/wiring-check';
import { Health } from './health/health';
import { HealthController } from './health/health.controller';
import { MetricsController } from './health/metrics.controller';
import { platformOperations } from './health/platform.operations';
import { Draining } from './http/draining';
import { PositionGate } from './http/position-gate';
import { RequestInterceptor } from './http/request.interceptor';
import { RequestTime } from './http/request-time';
import { ShapePipe } from './http/shape.pipe';
import { Authenticator } from './identity/authenticator';
import { BankRegister } from './identity/bank-register';
import { CONTRACT_EVENTS, type ContractEvents } from './identity/development/contract-events';
import { ContractEventsController } from './identity/development/contract-events.controller';
import { DevelopmentController } from './identity/development/development.controller';
import { DevelopmentIssuer } from './identity/development/development-issuer';
import { demonstrationOperations, developmentOperations } from './identity/development/development.operations';
import { IdentityGuard } from './identity/identity.guard';
import type { People } from './identity/people';
import { PolicyTable } from './identity/policy-table';
import { oidcVerifier, type TokenVerifier } from './identity/token-verifier';
import { Log } from './observability/log';
import { Metrics } from './observability/metrics';
import { CodeRegistry } from './problem/code-registry';
import { ProblemFilter } from './problem/problem.filter';

export interface PlatformOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly people: People;
  /** The contexts that this process serves. */
  readonly contexts: readonly ContextPart[];
  /** The banks that sign here. */
  readonly banks?: BankRegister;
  /** Issues and checks the tokens; without it they are those of the configuration's identity provider. */
  readonly developmentIssuer?: DevelopmentIssuer;
  /** Takes what one side publishes to the other by hand; in demonstration mode only. */
  readonly contractEvents?: ContractEvents;
  readonly log?: Log;
  readonly metrics?: Metrics;
}

const filters: readonly Provider[] = [
  { provide: APP_GUARD, useClass: IdentityGuard },
  { provide: APP_INTERCEPTOR, useClass: RequestInterceptor },
  { provide: APP_PIPE, useClass: ShapePipe },
  { provide: APP_FILTER, useClass: ProblemFilter },
];

/** What every process shares: who may do what, the shape of requests and answers, health, metrics, log. */
@Module({})
export class PlatformModule {
  /** @throws ConfigFaults when nobody says whose tokens to believe, or when a demonstration's means are given to another */
  static register(options: PlatformOptions): DynamicModule {
    const { config, clock, people, developmentIssuer: issuer, contractEvents } = options;
    if (contractEvents && (!config.DEMO_MODE || config.NODE_ENV === 'production'))
      throw new ConfigFaults(['contract events are told by hand in demonstration mode only (DEMO_MODE)']);
    const parts = [...options.contexts, ...ownParts(issuer, contractEvents)];
    const values: readonly Provider[] = [
      { provide: CONFIG, useValue: config },
      { provide: CLOCK, useValue: clock },
      { provide: PEOPLE, useValue: people },
      { provide: BANKS, useValue: options.banks ?? new BankRegister([]) },
      { provide: TOKENS, useValue: issuer?.verifier ?? providerOf(config) },
      { provide: PARTS, useValue: parts },
      { provide: PolicyTable, useValue: new PolicyTable(parts) },
      { provide: CodeRegistry, useValue: new CodeRegistry(parts) },
      { provide: Log, useValue: options.log ?? new Log(config) },
      { provide: Metrics, useValue: options.metrics ?? new Metrics() },
      ...(issuer ? [{ provide: DevelopmentIssuer, useValue: issuer }] : []),
      ...(contractEvents ? [{ provide: CONTRACT_EVENTS, useValue: contractEvents }] : []),
    ];
    const services = [Authenticator, ContextPorts, Draining, Health, PositionGate, RequestTime, WiringCheck];
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [
        HealthController,
        MetricsController,
        ...(issuer ? [DevelopmentController] : []),
        ...(contractEvents ? [ContractEventsController] : []),
      ],
      providers: [...values, ...services, ...filters],
      exports: [BANKS, CONFIG, CLOCK, PEOPLE, Log, Metrics],
    };
  }
}

/** The platform's own routes are ruled like everybody else's. */
function ownParts(
  issuer: DevelopmentIssuer | undefined,
  contractEvents: ContractEvents | undefined,
): readonly ContextPart[] {
  const common = { side: 'neither', module: PlatformModule, description: '', messages: {}, documented: false } as const;
  return [
    { ...common, context: 'platform', title: 'Platform', operations: platformOperations },
    ...(issuer
      ? [{ ...common, context: 'development', title: 'Development issuer', operations: developmentOperations }]
      : []),
    ...(contractEvents
      ? [{ ...common, context: 'demonstration', title: 'Demonstration', operations: demonstrationOperations }]
      : []),
  ];
}

function providerOf(config: Config): TokenVerifier {
  const { OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL } = config;
  if (OIDC_ISSUER === undefined || OIDC_AUDIENCE === undefined || OIDC_JWKS_URL === undefined) {
    throw new ConfigFaults(['OIDC_ISSUER, OIDC_AUDIENCE and OIDC_JWKS_URL are needed: nobody else says who signs in']);
  }
  return oidcVerifier({ ...config, OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL });
}
