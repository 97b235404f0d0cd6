import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { SessionCookie } from '../../sessions/session-cookie.js';

/** What binds the provider's answer to the browser that asked: state and nonce, and the secret of PKCE (RFC 7636). */
export interface OidcAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

const MINUTES = 10;
const PARTS = /^[\w-]{1,200}$/;

/** Keeps one attempt in a cookie of its browser; it comes back from another site, so it cannot be `Strict`. */
@Injectable()
export class OidcAttemptCookie {
  constructor(private readonly session: SessionCookie) {}

  write(reply: FastifyReply, { state, nonce, verifier }: OidcAttempt): void {
    void reply.setCookie(this.name, [state, nonce, verifier].join('.'), {
      ...this.attributes,
      maxAge: MINUTES * 60,
    });
  }

  /** An attempt is good for one answer. */
  take(request: FastifyRequest, reply: FastifyReply): OidcAttempt | undefined {
    const [state, nonce, verifier] = (request.cookies[this.name] ?? '').split('.').filter((part) => PARTS.test(part));
    void reply.clearCookie(this.name, this.attributes);
    return state && nonce && verifier ? { state, nonce, verifier } : undefined;
  }

  private get name(): string {
    return `${this.session.name}-oidc`;
  }

  private get attributes() {
    return { ...this.session.attributes, sameSite: 'lax' as const };
  }
}
