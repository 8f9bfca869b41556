import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@fajiao/kernel';
import type { Request } from 'express';
import type { Config } from '../config/config';
import { BANKS, CONFIG, PEOPLE, TOKENS } from '../context/tokens';
import { CALLBACK_LIMIT, rawBody } from '../http/raw-body';
import { platformProblem } from '../problem/problem';
import { checkSignature } from './bank-signature';
import type { BankSecrets } from './banks';
import type { People } from './people';
import type { OperationRule } from './policy';
import type { TokenVerifier } from './token-verifier';

/** Whoever uses an operation that asks nobody to sign in. */
const PUBLIC: Actor = { id: 'public', roles: [] };

/** Finds out who asks: by a bearer token, or by a bank's signature over the bytes of its message. */
@Injectable()
export class Authenticator {
  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'CALLBACK_TOLERANCE_SECONDS'>,
    @Inject(TOKENS) private readonly tokens: TokenVerifier,
    @Inject(BANKS) private readonly banks: BankSecrets,
    @Inject(PEOPLE) private readonly people: People,
  ) {}

  /** @throws Problem 401 */
  async identify(request: Request, rule: OperationRule): Promise<Actor> {
    if (rule.roles === 'public') return PUBLIC;
    const header = request.headers.authorization;
    if (header !== undefined) return this.holderOf(header);
    if (rule.roles.includes('bank')) return this.signerOf(request);
    throw platformProblem('token.missing');
  }

  private async holderOf(header: string): Promise<Actor> {
    const token = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(header)?.[1];
    if (token === undefined) throw platformProblem('token.missing');
    const { id, roles } = await this.tokens.verify(token);
    const certificateNo = this.people.find(id)?.certificate?.no;
    return certificateNo === undefined ? { id, roles } : { id, roles, certificateNo };
  }

  /** The bank that the path names, when its signature fits. */
  private async signerOf(request: Request): Promise<Actor> {
    const { bank } = request.params;
    if (typeof bank !== 'string') throw new Error('a path that a bank may use has to name it: /:bank/');
    const headers = {
      id: request.get('webhook-id'),
      timestamp: request.get('webhook-timestamp'),
      signature: request.get('webhook-signature'),
    };
    checkSignature(headers, await rawBody(request, CALLBACK_LIMIT), {
      secrets: this.banks.get(bank) ?? [],
      now: Date.now(),
      toleranceSeconds: this.config.CALLBACK_TOLERANCE_SECONDS,
    });
    return { id: `bank:${bank}`, roles: ['bank'] };
  }
}
