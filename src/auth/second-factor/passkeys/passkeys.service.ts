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
import { ConflictError, NotFoundError } from '../../../domain/domain-error.js';
import { passkeyRefused, passkeysTooMany, passkeyThere } from '../errors.js';
import { FactorChanges } from '../factor-changes.js';
import type { ListedPasskey } from '../factors-of.js';
import { CHALLENGE_MS, PasskeyChallenges } from './passkey-challenges.js';
import { Passkey, TRANSPORTS } from './passkey.entity.js';
import { RelyingParty } from './relying-party.js';

/** EdDSA, ES256, RS256: what computers, telephones and security keys have (COSE). */
const ALGORITHMS = [-8, -7, -257];

/** More than anybody carries about; each is a way in, and all are told to the browser that is asked for one. */
export const MOST_PASSKEYS = 10;

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

/** A passkey as its owner has seen it; `version` null: they have not. */
interface Seen {
  readonly id: string;
  readonly version: number | null;
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

  /** @throws DomainError `passkeys-need-name`, `passkeys-need-tls`, `passkeys-too-many` */
  async begin(userId: string, username: string): Promise<PasskeyToMake> {
    this.party.check();
    const present = await this.dataSource.manager.findBy(Passkey, { userId });
    if (present.length >= MOST_PASSKEYS) throw passkeysTooMany(MOST_PASSKEYS);
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
   * @throws DomainError `passkey-refused`, `passkey-there`, `passkeys-too-many`
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
      const codes = await this.changes.added(manager, { userId, session, passkey: name });
      // The account is held by now: of two that are added at once the second sees the first.
      if ((await manager.countBy(Passkey, { userId })) > MOST_PASSKEYS) throw passkeysTooMany(MOST_PASSKEYS);
      return codes;
    });
  }

  /** @throws NotFoundError where it is not theirs, ConflictError where it is not as they saw it */
  async rename(userId: string, { id, version }: Seen, name: string): Promise<ListedPasskey> {
    return this.dataSource.transaction(async (manager) => {
      const seen = listed(await this.find(manager, userId, id));
      if (seen.version !== version) throw new ConflictError(seen, seen.version);
      const renamed = { ...seen, name, version: seen.version + 1 };
      await manager.update(Passkey, { id, userId }, { name, version: renamed.version });
      await recordInAuditLog(manager, {
        action: 'second_factor.renamed',
        subjectType: 'app_user',
        subjectId: userId,
        before: { passkey: seen.name },
        after: { passkey: name },
      });
      return renamed;
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

const listed = ({ id, name, version, createdAt, lastUsedAt }: Passkey): ListedPasskey => ({
  ...{ id, name, version, createdAt, lastUsedAt },
});
