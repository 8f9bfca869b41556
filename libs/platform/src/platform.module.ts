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
import type { BankSecrets } from './identity/banks';
import { DevelopmentController } from './identity/development/development.controller';
import { DevelopmentIssuer } from './identity/development/development-issuer';
import { developmentOperations } from './identity/development/development.operations';
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
  /** Secrets of the banks that sign here. */
  readonly banks?: BankSecrets;
  /** Issues and checks the tokens; without it they are those of the configuration's identity provider. */
  readonly developmentIssuer?: DevelopmentIssuer;
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
  /** @throws ConfigFaults when nobody says whose tokens to believe */
  static register(options: PlatformOptions): DynamicModule {
    const { config, clock, people, developmentIssuer: issuer } = options;
    const parts = [...options.contexts, ...ownParts(issuer)];
    const values: readonly Provider[] = [
      { provide: CONFIG, useValue: config },
      { provide: CLOCK, useValue: clock },
      { provide: PEOPLE, useValue: people },
      { provide: BANKS, useValue: options.banks ?? new Map() },
      { provide: TOKENS, useValue: issuer?.verifier ?? providerOf(config) },
      { provide: PARTS, useValue: parts },
      { provide: PolicyTable, useValue: new PolicyTable(parts) },
      { provide: CodeRegistry, useValue: new CodeRegistry(parts) },
      { provide: Log, useValue: options.log ?? new Log(config) },
      { provide: Metrics, useValue: options.metrics ?? new Metrics() },
      ...(issuer ? [{ provide: DevelopmentIssuer, useValue: issuer }] : []),
    ];
    const services = [Authenticator, ContextPorts, Draining, Health, PositionGate, RequestTime, WiringCheck];
    return {
      module: PlatformModule,
      global: true,
      imports: [DiscoveryModule],
      controllers: [HealthController, MetricsController, ...(issuer ? [DevelopmentController] : [])],
      providers: [...values, ...services, ...filters],
      exports: [CONFIG, CLOCK, PEOPLE, Log, Metrics],
    };
  }
}

/** The platform's own routes are ruled like everybody else's. */
function ownParts(issuer: DevelopmentIssuer | undefined): readonly ContextPart[] {
  const common = { side: 'neither', module: PlatformModule, description: '', messages: {}, documented: false } as const;
  return [
    { ...common, context: 'platform', title: 'Platform', operations: platformOperations },
    ...(issuer
      ? [{ ...common, context: 'development', title: 'Development issuer', operations: developmentOperations }]
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
