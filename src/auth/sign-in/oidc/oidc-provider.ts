import { Injectable, Logger } from '@nestjs/common';
import * as oidc from 'openid-client';
import { Configuration, partsOf } from '../../../config/configuration.js';
import { DomainError } from '../../../domain/domain-error.js';
import { oidcFailed, oidcNotConfigured, oidcRefused, oidcTooWeak, oidcUnavailable } from '../errors.js';
import type { OidcAttempt } from './oidc-attempt.js';

const TIMEOUT_SECONDS = 10;
// The settings allow http only for a provider on this very machine; marked as deprecated so that it stands out.
// eslint-disable-next-line @typescript-eslint/no-deprecated
const allowHttp = oidc.allowInsecureRequests;

/** Who somebody is at the provider: the pair never changes and is never given to somebody else (OpenID Connect Core 1.0, 2). */
export interface OidcIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Whether they have shown a second factor there (`amr` says `mfa`, RFC 8176). */
  readonly twoFactors: boolean;
}

/** The OpenID provider of this installation: authorization code flow with PKCE, state and nonce (RFC 9700). */
@Injectable()
export class OidcProvider {
  private readonly logger = new Logger(OidcProvider.name);
  private discovered?: Promise<oidc.Configuration>;
  private readonly classes: readonly string[];
  private readonly methods: readonly string[];

  constructor(private readonly settings: Configuration) {
    const { OIDC_REQUIRED_ACR, OIDC_REQUIRED_AMR } = settings;
    this.classes = OIDC_REQUIRED_ACR === undefined ? [] : partsOf(OIDC_REQUIRED_ACR);
    this.methods = OIDC_REQUIRED_AMR === undefined ? [] : partsOf(OIDC_REQUIRED_AMR);
  }

  get configured(): boolean {
    return this.settings.OIDC_ISSUER !== undefined;
  }

  /** @throws DomainError `oidc-not-configured` */
  get issuer(): string {
    if (this.settings.OIDC_ISSUER !== undefined) return this.settings.OIDC_ISSUER;
    throw oidcNotConfigured();
  }

  /** @returns where the browser goes, and what it has to bring back. @throws DomainError `oidc-unavailable` */
  async begin(): Promise<{ url: URL; attempt: OidcAttempt }> {
    const provider = await this.discover();
    const attempt = {
      state: oidc.randomState(),
      nonce: oidc.randomNonce(),
      verifier: oidc.randomPKCECodeVerifier(),
    };
    const url = oidc.buildAuthorizationUrl(provider, {
      redirect_uri: this.callbackUrl('').href,
      scope: 'openid',
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
      ...(this.classes.length > 0 && { acr_values: this.classes.join(' ') }),
    });
    return { url, attempt };
  }

  /**
   * @param search the query that the provider sent the browser back with, from `?` on
   * @param attempt what this browser began; an answer without one may be somebody else's, who would be signed in here
   * @throws DomainError `oidc-refused` by the provider, `oidc-failed`: not the answer to this attempt, or not in time;
   * `oidc-too-weak`: not signed in there as the settings demand
   */
  async finish(search: string, attempt: OidcAttempt | undefined): Promise<OidcIdentity> {
    if (!attempt) throw oidcFailed();
    const provider = await this.discover();
    try {
      const tokens = await oidc.authorizationCodeGrant(provider, this.callbackUrl(search), {
        expectedState: attempt.state,
        expectedNonce: attempt.nonce,
        pkceCodeVerifier: attempt.verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (!claims) throw new Error('no ID token'); // idTokenExpected has refused that already
      const { iss: issuer, sub: subject, acr, amr } = claims;
      const methods = Array.isArray(amr) ? amr : [];
      if (!this.isStrongEnough(acr, methods)) throw oidcTooWeak();
      return { issuer, subject, twoFactors: methods.includes('mfa') };
    } catch (error) {
      if (error instanceof DomainError) throw error;
      if (error instanceof oidc.AuthorizationResponseError) throw oidcRefused();
      this.tell('oidc-failed', error as Error);
      throw oidcFailed();
    }
  }

  private isStrongEnough(acr: unknown, amr: readonly unknown[]): boolean {
    const isOfClass = this.classes.length === 0 || this.classes.some((one) => one === acr);
    return isOfClass && this.methods.every((method) => amr.includes(method));
  }

  private callbackUrl(search: string): URL {
    return new URL(`/api/v1/session/oidc/callback${search}`, this.settings.PUBLIC_URL);
  }

  /** Asked for once; after a failure again, or a provider that was down at the first try would stay so for ever. */
  private async discover(): Promise<oidc.Configuration> {
    this.discovered ??= this.askForMetadata(this.issuer);
    try {
      return await this.discovered;
    } catch (error) {
      this.discovered = undefined;
      this.tell('oidc-unavailable', error as Error);
      throw oidcUnavailable();
    }
  }

  /** The person sees that it went wrong, the administrator why; no token and no code is in the reason. */
  private tell(problem: string, { message, cause }: Error): void {
    const reason = cause instanceof Error ? `${message}: ${cause.message}` : message;
    this.logger.warn({ problem, reason });
  }

  private askForMetadata(issuer: string): Promise<oidc.Configuration> {
    const { OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET } = this.settings;
    const server = new URL(issuer);
    return oidc.discovery(server, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, {
      timeout: TIMEOUT_SECONDS,
      // ID tokens are believed by the keys that the provider publishes, not only by the connection they came over.
      execute: [oidc.enableNonRepudiationChecks, ...(server.protocol === 'http:' ? [allowHttp] : [])],
    });
  }
}
