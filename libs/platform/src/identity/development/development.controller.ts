import { Controller, Get, Header, HttpCode, Inject, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { JWK } from 'jose';
import { Operation } from '../policy';
import { choicePage } from './choice-page';
import { DEVELOPMENT_CLIENT, DevelopmentIssuer } from './development-issuer';
import { formOf, readForm } from './form';

interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
  readonly expires_in: number;
}

interface TokenError {
  readonly error: 'invalid_request' | 'invalid_grant' | 'unsupported_grant_type';
  readonly error_description: string;
}

/** Signing in without a password, for development: the authorization-code flow with PKCE, and a token for scripts. */
@ApiExcludeController()
@Controller('dev')
export class DevelopmentController {
  constructor(@Inject(DevelopmentIssuer) private readonly issuer: DevelopmentIssuer) {}

  @Get('jwks.json')
  @Operation('development.keys')
  keys(): { keys: JWK[] } {
    return this.issuer.keySet();
  }

  /** The page on which a newcomer chooses who to be. */
  @Get('authorize')
  @Operation('development.choose')
  @Header('Content-Type', 'text/html; charset=utf-8')
  choose(@Query() query: Record<string, unknown>, @Req() request: Request, @Res() response: Response): void {
    const asked = formOf(query);
    const fault = faultOf(asked, request);
    response.status(fault ? 400 : 200).send(choicePage(this.issuer.people, asked, fault));
  }

  /** The choice: back to Swagger with a code. */
  @Post('authorize')
  @Operation('development.chosen')
  async chosen(@Req() request: Request, @Res() response: Response): Promise<void> {
    const form = await readForm(request);
    const person = this.issuer.people.find(form.get('person') ?? '');
    const fault = faultOf(form, request) ?? (person && !person.bank ? undefined : 'person');
    if (fault || !person) {
      response
        .status(400)
        .type('html')
        .send(choicePage(this.issuer.people, form, fault));
      return;
    }
    const redirectUri = form.get('redirect_uri') ?? '';
    const back = new URL(redirectUri);
    back.searchParams.set(
      'code',
      this.issuer.codeFor(person, { redirectUri, challenge: form.get('code_challenge') ?? '' }),
    );
    back.searchParams.set('state', form.get('state') ?? '');
    response.redirect(303, back.href);
  }

  /** A token: for a code, or for `person=<id>` alone (scripts). Form or JSON. */
  @Post('token')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Operation('development.token')
  async token(
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TokenAnswer | TokenError> {
    const form = await readForm(request);
    const answer = await this.answer(form);
    if ('error' in answer) response.status(400);
    return answer;
  }

  private async answer(form: URLSearchParams): Promise<TokenAnswer | TokenError> {
    const person = form.get('person');
    if (person !== null) return this.granted(await this.issuer.tokenFor(person), 'no such person');
    if (form.get('grant_type') !== 'authorization_code') {
      return {
        error: 'unsupported_grant_type',
        error_description: 'say person=<id>, or grant_type=authorization_code',
      };
    }
    const [code, redirectUri, verifier] = ['code', 'redirect_uri', 'code_verifier'].map((name) => form.get(name) ?? '');
    if (!code || !redirectUri || !verifier) {
      return { error: 'invalid_request', error_description: 'code, redirect_uri and code_verifier are required' };
    }
    return this.granted(
      await this.issuer.exchange(code, redirectUri, verifier),
      'the code is spent, too old, or not yours',
    );
  }

  private granted(token: string | undefined, otherwise: string): TokenAnswer | TokenError {
    if (token === undefined) return { error: 'invalid_grant', error_description: otherwise };
    return { access_token: token, token_type: 'Bearer', expires_in: this.issuer.tokenSeconds };
  }
}

/** The parameter that is not right, of a request for a code. */
function faultOf(asked: URLSearchParams, request: Request): string | undefined {
  if (asked.get('response_type') !== 'code') return 'response_type';
  if (asked.get('client_id') !== DEVELOPMENT_CLIENT) return 'client_id';
  if (!isOwnRedirect(asked.get('redirect_uri') ?? '', request)) return 'redirect_uri';
  if (asked.get('code_challenge_method') !== 'S256') return 'code_challenge_method';
  if (!/^[\w-]{43}$/.test(asked.get('code_challenge') ?? '')) return 'code_challenge';
  return undefined;
}

/** Codes go back to a Swagger page of this very server, and nowhere else. */
function isOwnRedirect(redirectUri: string, request: Request): boolean {
  if (!URL.canParse(redirectUri)) return false;
  const { host, pathname, search, hash } = new URL(redirectUri);
  return host === request.get('host') && /^\/[a-z]+\/docs\/oauth2-redirect\.html$/.test(pathname) && !search && !hash;
}
