import { Injectable } from '@nestjs/common';
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from '@simplewebauthn/server';
import { DataSource } from 'typeorm';
import { recordInAuditLog } from '../../../audit/audit-log.js';
import { Clock } from '../../../common/clock.js';
import { passkeyNone } from '../errors.js';
import { CHALLENGE_MS, PasskeyChallenges } from './passkey-challenges.js';
import { Passkey } from './passkey.entity.js';
import { RelyingParty } from './relying-party.js';

/** What a browser is asked to show. */
export interface PasskeyToShow {
  /** As `PublicKeyCredential.parseRequestOptionsFromJSON` takes it. */
  readonly publicKey: PublicKeyCredentialRequestOptionsJSON;
}

/** Asks for a passkey of somebody's, and looks whether the answer is one. */
@Injectable()
export class PasskeyCheck {
  constructor(
    private readonly dataSource: DataSource,
    private readonly party: RelyingParty,
    private readonly challenges: PasskeyChallenges,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `passkeys-need-name`, `passkeys-need-tls`, `passkey-none` */
  async begin(userId: string): Promise<PasskeyToShow> {
    this.party.check();
    const present = await this.dataSource.manager.findBy(Passkey, { userId });
    if (present.length === 0) throw passkeyNone();
    const publicKey = await generateAuthenticationOptions({
      rpID: this.party.id,
      timeout: CHALLENGE_MS,
      allowCredentials: present.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      userVerification: 'required',
    });
    await this.challenges.keep(userId, publicKey.challenge);
    return { publicKey };
  }

  /** Whether the answer is of a passkey of theirs, to the challenge that was kept: which is gone then. */
  async isTheirs(userId: string, response: AuthenticationResponseJSON): Promise<boolean> {
    const expectedChallenge = await this.challenges.take(userId);
    if (expectedChallenge === null) return false;
    return this.dataSource.transaction(async (manager) => {
      const held = await manager.find(Passkey, { where: { userId }, lock: { mode: 'pessimistic_write' } });
      const passkey = held.find(({ credentialId }) => credentialId === response.id);
      if (!passkey) return false;
      const { id, name, credentialId, counter } = passkey;
      try {
        const { verified, authenticationInfo } = await verifyAuthenticationResponse({
          response,
          expectedChallenge,
          expectedOrigin: this.party.origin,
          expectedRPID: this.party.id,
          requireUserVerification: true,
          credential: { id: credentialId, publicKey: new Uint8Array(passkey.publicKey), counter },
        });
        if (!verified) return false;
        await manager.update(Passkey, { id }, { counter: authenticationInfo.newCounter, lastUsedAt: this.clock.now() });
        return true;
      } catch (error) {
        // Such as a counter that ran backwards: somebody has a copy of the key, and the security administrator should see it.
        const subject = { subjectType: 'app_user', subjectId: userId, after: { passkey: name } };
        await recordInAuditLog(manager, { action: 'second_factor.passkey-unfit', ...subject, reason: String(error) });
        return false;
      }
    });
  }
}
