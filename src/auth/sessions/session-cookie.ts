import '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Configuration } from '../../config/configuration.js';

/**
 * The cookie that carries a session. `__Host-` (RFC 6265bis) ties it to this host and to an encrypted connection, which
 * browsers also take the loopback address for; an office without certificates gets a plain name, or nobody could sign in.
 */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;
  readonly name: string;

  constructor({ PUBLIC_URL }: Configuration) {
    const { protocol, hostname } = new URL(PUBLIC_URL);
    this.secure = protocol === 'https:' || hostname === 'localhost' || hostname === '127.0.0.1';
    this.name = this.secure ? '__Host-jixiao' : 'jixiao';
  }

  read(request: FastifyRequest): string | undefined {
    return request.cookies[this.name];
  }

  write(reply: FastifyReply, token: string): void {
    void reply.setCookie(this.name, token, this.attributes);
  }

  clear(reply: FastifyReply): void {
    void reply.clearCookie(this.name, this.attributes);
  }

  get attributes() {
    return { path: '/', httpOnly: true, secure: this.secure, sameSite: 'strict' as const };
  }
}
