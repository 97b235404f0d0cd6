import { Injectable } from '@nestjs/common';
import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { recordInAuditLog } from '../../../audit/audit-log.js';
import { Clock } from '../../../common/clock.js';
import { NotFoundError } from '../../../domain/domain-error.js';
import { passkeyRefused, passkeyThere } from '../errors.js';
import { FactorChanges } from '../factor-changes.js';
import { CHALLENGE_MS, PasskeyChallenges } from './passkey-challenges.js';
import { Passkey, TRANSPORTS } from './passkey.entity.js';
import { RelyingParty } from './relying-party.js';

/** EdDSA, ES256, RS256: what computers, telephones and security keys have (COSE). */
const ALGORITHMS = [-8, -7, -257];

/** What a browser is asked to make. */
export interface PasskeyToMake {
  /** As `PublicKeyCredential.parseCreationOptionsFromJSON` takes it. */
  readonly publicKey: PublicKeyCredentialCreationOptionsJSON;
}

/** What the browser made of it. */
export interface MadePasskey {
  readonly name: string;
  readonly credential: RegistrationResponseJSON;
}

/** Adds, renames and removes somebody's own passkeys. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly party: RelyingParty,
    private readonly challenges: PasskeyChallenges,
    private readonly changes: FactorChanges,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `passkeys-need-name`, `passkeys-need-tls` */
  async begin(userId: string, username: string): Promise<PasskeyToMake> {
    this.party.check();
    const present = await this.dataSource.manager.findBy(Passkey, { userId });
    const publicKey = await generateRegistrationOptions({
      rpName: '绩效台账',
      rpID: this.party.id,
      userName: username,
      userID: new TextEncoder().encode(userId),
      timeout: CHALLENGE_MS,
      attestationType: 'none',
      excludeCredentials: present.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      supportedAlgorithmIDs: ALGORITHMS,
    });
    await this.challenges.keep(userId, publicKey.challenge);
    return { publicKey };
  }

  /**
   * @returns recovery codes, as `FactorChanges.added`
   * @throws DomainError `passkey-refused`, `passkey-there`
   */
  async add(userId: string, { name, credential: response }: MadePasskey, session: string): Promise<string[]> {
    const { id: credentialId, publicKey, counter, transports } = await this.verified(userId, response);
    return this.dataSource.transaction(async (manager) => {
      if (await manager.existsBy(Passkey, { credentialId })) throw passkeyThere();
      await manager.insert(Passkey, {
        ...{ id: uuid(), userId, credentialId, publicKey: Buffer.from(publicKey), counter, name },
        transports: TRANSPORTS.filter((one) => transports?.includes(one)),
        createdAt: this.clock.now(),
      });
      return this.changes.added(manager, { userId, session, passkey: name });
    });
  }

  /** @throws NotFoundError where it is not theirs */
  async rename(userId: string, id: string, name: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { name: before } = await this.find(manager, userId, id);
      await manager.update(Passkey, { id, userId }, { name });
      await recordInAuditLog(manager, {
        action: 'second_factor.renamed',
        subjectType: 'app_user',
        subjectId: userId,
        before: { passkey: before },
        after: { passkey: name },
      });
    });
  }

  /** Other sessions end. @throws NotFoundError where it is not theirs */
  async end(userId: string, id: string, session: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const { name } = await this.find(manager, userId, id);
      await manager.delete(Passkey, { id, userId });
      await this.changes.ended(manager, { userId, session, passkey: name });
    });
  }

  private async find(manager: EntityManager, userId: string, id: string): Promise<Passkey> {
    const passkey = await manager.findOne(Passkey, { where: { id, userId }, lock: { mode: 'pessimistic_write' } });
    if (!passkey) throw new NotFoundError({ zh: '通行密钥', en: 'passkey' });
    return passkey;
  }

  private async verified(userId: string, response: RegistrationResponseJSON) {
    const expectedChallenge = await this.challenges.take(userId);
    if (expectedChallenge === null) throw passkeyRefused();
    const { registrationInfo } = await verifyRegistrationResponse({
      response,
      expectedChallenge,
      expectedOrigin: this.party.origin,
      expectedRPID: this.party.id,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    }).catch(() => {
      throw passkeyRefused(); // whatever a program has sent in the place of a browser's answer
    });
    if (!registrationInfo) throw passkeyRefused();
    return registrationInfo.credential;
  }
}
