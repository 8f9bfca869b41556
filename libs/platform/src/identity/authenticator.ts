import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@fajiao/kernel';
import type { Request } from 'express';
import type { Config } from '../config/config';
import { BANKS, CONFIG, PEOPLE, TOKENS } from '../context/tokens';
import { bodyFile } from '../http/body-file';
import { CALLBACK_LIMIT, rawBody } from '../http/raw-body';
import { platformProblem } from '../problem/problem';
import { checkSignature, RunningSignature } from './bank-signature';
import type { BankRegister } from './bank-register';
import type { People } from './people';
import type { OperationRule } from './policy';
import type { TokenVerifier } from './token-verifier';

/** At the end of the id of a bank in test mode: no live bank's id holds a dot. */
const TEST_MODE = '.test';

/** Whoever uses an operation that asks nobody to sign in. */
const PUBLIC: Actor = { id: 'public', roles: [] };

/** Finds out who asks: by a bearer token, or by a bank's signature over the bytes of its message. */
@Injectable()
export class Authenticator {
  constructor(
    @Inject(CONFIG)
    private readonly config: Pick<
      Config,
      'BODY_SECONDS' | 'CALLBACK_TOLERANCE_SECONDS' | 'STATEMENT_FILE_MIB' | 'VAR_DIR'
    >,
    @Inject(TOKENS) private readonly tokens: TokenVerifier,
    @Inject(BANKS) private readonly banks: BankRegister,
    @Inject(PEOPLE) private readonly people: People,
  ) {}

  /** @throws Problem 401 */
  async identify(request: Request, rule: OperationRule): Promise<Actor> {
    if (rule.roles === 'public') return PUBLIC;
    const header = request.headers.authorization;
    if (header !== undefined) return this.holderOf(header);
    if (rule.roles.includes('bank')) return this.signerOf(request, rule);
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
  private async signerOf(request: Request, rule: OperationRule): Promise<Actor> {
    const { bank } = request.params;
    if (typeof bank !== 'string') throw new Error('a path that a bank may use has to name it: /:bank/');
    const headers = {
      id: request.get('webhook-id'),
      timestamp: request.get('webhook-timestamp'),
      signature: request.get('webhook-signature'),
    };
    const now = Date.now();
    const check = {
      secrets: this.banks.inForce(bank, now),
      now,
      toleranceSeconds: this.config.CALLBACK_TOLERANCE_SECONDS,
    };
    if (rule.body === 'file') await this.checkFile(request, new RunningSignature(headers, check));
    else checkSignature(headers, await rawBody(request, CALLBACK_LIMIT, this.config.BODY_SECONDS), check);
    if (this.banks.find(bank)?.mode !== 'test') return { id: `bank:${bank}`, roles: ['bank'] };
    if (!rule.testable) throw platformProblem('bank.test-mode');
    return { id: `bank:${bank}${TEST_MODE}`, roles: ['bank'] };
  }

  private async checkFile(request: Request, signature: RunningSignature): Promise<void> {
    await bodyFile(request, this.config.VAR_DIR, this.config.STATEMENT_FILE_MIB * 2 ** 20, [signature]);
    signature.finish();
  }
}
