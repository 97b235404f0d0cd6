import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OptOutService } from '../../delivery/opt-out/opt-out.service.js';
import { RecipientsService } from '../../delivery/recipients/recipients.service.js';
import { INFORMATION } from '../digest-line.js';
import { OwnMailsRepository } from './own-mails.repository.js';

/** As many as anybody looks for. */
const LAST_MAILS = 10;

/** Which mails somebody gets, and what became of the last ones. */
@Injectable()
export class OwnMailsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly repository: OwnMailsRepository,
    private readonly recipients: RecipientsService,
    private readonly optOut: OptOutService,
  ) {}

  async of(userId: string, date: string) {
    const { manager } = this.dataSource;
    const duties = await this.repository.duties(manager, userId);
    const directory = await this.recipients.all(manager, date);
    const [account] = await this.recipients.accounts(manager, [userId]);
    const reader = duties.map(({ contactId }) => directory.find(contactId)).find(Boolean) ?? account;
    return {
      duties,
      /** Where they go; empty: nowhere. */
      address: reader?.email ?? '',
      /** Why they do not arrive. */
      obstacle: reader?.obstacle ?? null,
      /** Rules that one may do without. */
      optional: INFORMATION,
      optedOut: await this.optOut.isOut(manager, userId),
      mails: await this.repository.mails(manager, userId, LAST_MAILS),
    };
  }
}
