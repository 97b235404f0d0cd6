import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Configuration } from '../../../config/configuration.js';
import type { DomainError } from '../../../domain/domain-error.js';
import { passkeysNeedName, passkeysNeedTls } from '../errors.js';

/** Whom passkeys are made for: the place that people type, PUBLIC_URL. Elsewhere no browser shows them. */
@Injectable()
export class RelyingParty {
  /** Such as `https://jixiao.example.org`. */
  readonly origin: string;
  /** Such as `jixiao.example.org`. */
  readonly id: string;
  private readonly refusal: ((origin: string) => DomainError) | null;

  constructor({ PUBLIC_URL }: Configuration) {
    const { origin, hostname, protocol } = new URL(PUBLIC_URL);
    this.origin = origin;
    this.id = hostname;
    this.refusal = refusalOf(hostname, protocol);
  }

  /** @throws DomainError `passkeys-need-name`, `passkeys-need-tls` */
  check(): void {
    if (this.refusal) throw this.refusal(this.origin);
  }
}

/** What browsers take for one (WebAuthn, 5.1.3 and 13.4.9). */
function refusalOf(hostname: string, protocol: string): ((origin: string) => DomainError) | null {
  if (isIP(hostname.replace(/^\[|\]$/g, '')) !== 0) return passkeysNeedName;
  const isSecure = protocol === 'https:' || hostname === 'localhost' || hostname.endsWith('.localhost');
  return isSecure ? null : passkeysNeedTls;
}
