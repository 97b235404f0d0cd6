import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { recordInAuditLog } from '../../audit/audit-log.js';
import type { Actor } from '../../common/access/actor.js';
import { Today } from '../../common/today.js';
import { Configuration } from '../../config/configuration.js';
import type { Language } from '../../domain/domain-error.js';
import { Setting } from '../../settings/setting.entity.js';
import { SettingsService } from '../../settings/settings.service.js';
import type { Delivery } from '../delivery.js';
import { mailTemplates } from './mail-templates.js';
import { MailTransport } from './mail-transport.js';

const NAME = 'mail-test';
const WHO_ASKS = 'SELECT display_name AS name FROM app_user WHERE id = $1';

/** What became of a test mail. Without `hasRelay` it became a file, and nobody was asked. */
export interface MailTest extends Omit<Delivery, 'isRelayDown' | 'retryAfter'> {
  readonly hasRelay: boolean;
  readonly at: Date;
}

/** Tries the mail server with a mail of its own. */
@Injectable()
export class MailTestService {
  private readonly write = mailTemplates(NAME);

  constructor(
    private readonly dataSource: DataSource,
    private readonly configuration: Configuration,
    private readonly transport: MailTransport,
    private readonly settings: SettingsService,
    private readonly today: Today,
  ) {}

  /** @param actor who wants to know, and is greeted by name */
  async send(email: string, actor: Pick<Actor, 'userId' | 'name'>, language: Language): Promise<MailTest> {
    const [user]: { name: string }[] = await this.dataSource.query(WHO_ASKS, [actor.userId]);
    const reader = { name: user?.name ?? actor.name, email };
    const message = this.write(language, { by: reader.name, language, address: this.configuration.PUBLIC_URL });
    const delivery = await this.transport.send({ ...message, id: uuid(), localDate: this.today.date(), reader });
    const { outcome, phase, replyCode, reply } = delivery;
    const hasRelay = this.configuration.SMTP_URL !== undefined;
    const value: MailTest = { outcome, phase, replyCode, reply, hasRelay, at: this.today.now() };
    await this.dataSource.transaction(async (manager) => {
      await manager.update(Setting, { name: NAME }, { value });
      const after = { email: reader.email, outcome, phase, replyCode };
      await recordInAuditLog(manager, { action: 'mail.tested', subjectType: 'mail', after });
    });
    return value;
  }

  /** null: nobody has tried yet. */
  async last(): Promise<MailTest | null> {
    const { value } = await this.settings.read<Partial<MailTest>>(NAME, {});
    return value.at ? (value as MailTest) : null;
  }
}
