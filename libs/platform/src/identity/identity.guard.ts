import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Actor, type Ground, sha256Hex } from '@fajiao/kernel';
import type { Request } from 'express';
import type { Config } from '../config/config';
import { ContextPorts } from '../context/context-ports';
import { CONFIG } from '../context/tokens';
import { hashOfUnread } from '../http/json-body';
import { BODY_LIMIT, rawBody } from '../http/raw-body';
import { stateOf } from '../http/request-state';
import { RequestTime } from '../http/request-time';
import { type PlatformCode } from '../problem/platform-codes';
import { platformProblem, refused } from '../problem/problem';
import { Authenticator } from './authenticator';
import { OPERATION, type OperationRule } from './policy';
import { PolicyTable } from './policy-table';
import { RateLimit } from './rate-limit';
import { sidesOf } from './roles';

/** Lets in whom the policy table lets in: 401, then roles of both sides, then the role. */
@Injectable()
export class IdentityGuard implements CanActivate {
  private readonly limit: RateLimit;

  constructor(
    @Inject(Reflector) private readonly reflector: Reflector,
    @Inject(PolicyTable) private readonly policy: PolicyTable,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(ContextPorts) private readonly ports: ContextPorts,
    @Inject(RequestTime) private readonly time: RequestTime,
    @Inject(CONFIG) private readonly config: Pick<Config, 'BODY_SECONDS' | 'PUBLIC_REQUESTS_PER_MINUTE'>,
  ) {
    this.limit = new RateLimit(config.PUBLIC_REQUESTS_PER_MINUTE);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const state = stateOf(request);
    const rule = this.ruleOf(context);
    state.operation = rule;
    if (rule.roles === 'public' && !rule.unlimited) this.count(request);
    const actor = await this.authenticator.identify(request, rule);
    state.actor = actor;
    const ground = groundAgainst(actor, rule);
    if (!ground) return true;
    if (rule.write) await this.record(request, rule, actor, ground);
    throw refused([ground]);
  }

  private ruleOf(context: ExecutionContext): OperationRule {
    const id = this.reflector.get<string | undefined>(OPERATION, context.getHandler());
    const rule = id === undefined ? undefined : this.policy.find(id);
    if (!rule) throw new Error('a route without an entry in the policy table');
    return rule;
  }

  private count(request: Request): void {
    const retryAfterSeconds = this.limit.exceeded(request.ip ?? '', Date.now());
    if (retryAfterSeconds !== undefined) throw platformProblem('rate.exceeded', { retryAfterSeconds });
  }

  private async record(request: Request, rule: OperationRule, actor: Actor, ground: Ground): Promise<void> {
    await this.ports.refusals(rule.context)?.record({
      operation: rule.id,
      target: request.path,
      params: Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)])),
      actor,
      ground,
      bodyHash: rule.body !== undefined ? sha256Hex('') : await bodyHash(request, this.config.BODY_SECONDS),
      at: this.time.ofRefused(request),
      correlationId: stateOf(request).correlationId,
    });
  }
}

function groundAgainst(actor: Actor, rule: OperationRule): Ground<PlatformCode> | undefined {
  if (rule.roles === 'public') return undefined;
  const sides = sidesOf(actor.roles);
  if (sides.size > 1) return { code: 'identity.both-sides', source: 'APL-67' };
  if (rule.roles.some((role) => actor.roles.includes(role))) return undefined;
  const acrossTheWall = rule.side !== 'neither' && sides.size > 0 && !sides.has(rule.side);
  return { code: 'role.not-allowed', source: acrossTheWall ? 'APL-67' : 'profile' };
}

/** A body that is too large to be read is refused all the same; its hash is that of nothing. */
async function bodyHash(request: Request, seconds: number): Promise<string> {
  const bytes = await rawBody(request, BODY_LIMIT, seconds).catch(() => Buffer.alloc(0));
  return hashOfUnread(request, bytes);
}
