import { createHmac, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { parse, stringify, validate } from 'uuid';
import { Clock } from '../../common/clock.js';
import { actingAs } from '../../common/access/acting.js';
import { Configuration } from '../../config/configuration.js';
import { recordInAuditLog } from '../../audit/audit-log.js';
import { witnessed } from '../../audit/rows/witnessed.js';
import { Contact } from '../../organisation/contact.entity.js';
import { MailOptOut } from './mail-opt-out.entity.js';
import { SigningKey } from './signing-key.entity.js';
import { noOptOutLink, optOutLinkOver } from '../errors.js';

const [ID_BYTES, DAY_BYTES] = [16, 4];
const DAY_MS = 86_400_000;
/** Longer than a mail is acted upon, shorter than mailboxes are kept: a link that leaks with an old one is of no use. */
const LINK_DAYS = 90;

/** Unsubscribing by a link in the mail (RFC 8058): the link is its own proof, so nobody has to sign in. */
@Injectable()
export class OptOutService {
  private key: string | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
    private readonly clock: Clock,
  ) {}

  async link(manager: EntityManager, contactId: string): Promise<string> {
    const lastDay = Buffer.alloc(DAY_BYTES);
    lastDay.writeUInt32BE(this.today() + LINK_DAYS);
    const said = Buffer.concat([parse(contactId), lastDay]);
    const token = Buffer.concat([said, await this.signature(manager, said)]).toString('base64url');
    return `${this.configuration.PUBLIC_URL}/api/v1/unsubscribe/${token}`;
  }

  /** @throws NotFoundError for a token that we did not sign, or whose contact has gone; DomainError `unsubscribe-link-over` */
  async contact(token: string): Promise<Contact> {
    const { manager } = this.dataSource;
    const bytes = Buffer.from(token, 'base64url');
    const [said, signature] = [bytes.subarray(0, ID_BYTES + DAY_BYTES), bytes.subarray(ID_BYTES + DAY_BYTES)];
    const expected = await this.signature(manager, said);
    if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) throw noOptOutLink();
    if (said.readUInt32BE(ID_BYTES) < this.today()) throw optOutLinkOver(LINK_DAYS);
    const contactId = stringify(said.subarray(0, ID_BYTES));
    const contact = validate(contactId) ? await manager.findOneBy(Contact, { id: contactId }) : null;
    if (!contact) throw noOptOutLink();
    return contact;
  }

  /** Both ways, and as often as somebody presses the button. */
  async set(token: string, optedOut: boolean): Promise<Contact> {
    const contact = await this.contact(token);
    await actingAs({ userId: null, name: contact.name }, () =>
      this.dataSource.transaction((manager) => this.write(manager, contact, optedOut)),
    );
    return contact;
  }

  /** Whether any contact of the account does without. */
  async isOut(manager: EntityManager, userId: string): Promise<boolean> {
    const contacts = await manager.findBy(Contact, { userId, active: true });
    return manager.existsBy(MailOptOut, { contactId: In(contacts.map(({ id }) => id)) });
  }

  /** The same by whoever is signed in, for all contacts that they are. */
  async setOwn(userId: string, optedOut: boolean): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      for (const contact of await manager.find(Contact, { where: { userId, active: true }, order: { id: 'ASC' } }))
        await this.write(manager, contact, optedOut);
    });
  }

  private async write(
    manager: EntityManager,
    { id: contactId, departmentId }: Contact,
    optedOut: boolean,
  ): Promise<void> {
    const change = optedOut
      ? manager.createQueryBuilder().insert().into(MailOptOut).values({ contactId, since: this.clock.now() }).orIgnore()
      : manager.createQueryBuilder().delete().from(MailOptOut).where({ contactId });
    const { covers } = await witnessed<unknown>(manager, { mail_opt_out: [contactId] }, () => change.execute());
    const action = optedOut ? 'contact.unsubscribed' : 'contact.subscribed';
    await recordInAuditLog(manager, { action, subjectType: 'contact', subjectId: contactId, departmentId, covers });
  }

  /** Days since 1970. */
  private today(): number {
    return Math.floor(this.clock.now().getTime() / DAY_MS);
  }

  private async signature(manager: EntityManager, said: Buffer): Promise<Buffer> {
    this.key ??= (await manager.findOneByOrFail(SigningKey, { name: 'unsubscribe' })).key;
    return createHmac('sha256', this.key).update(said).digest();
  }
}
