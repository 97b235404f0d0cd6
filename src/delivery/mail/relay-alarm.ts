import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Configuration } from '../../config/configuration.js';
import { localTime } from '../../domain/calendar/working-days.js';
import type { Message } from '../../domain/domain-error.js';
import { OfficeGroups } from '../chat/office-groups.js';

/** The relay fails, or works again, since then or after that. */
export interface RelayNews {
  readonly state: 'fails' | 'works';
  readonly since: Date;
}

const SUBJECTS: Readonly<Record<RelayNews['state'], Message>> = {
  fails: { zh: '邮件服务器不可用', en: 'The mail server takes no mail' },
  works: { zh: '邮件服务器已恢复', en: 'The mail server takes mail again' },
};

const TEXTS: Readonly<Record<RelayNews['state'], (since: string) => Message>> = {
  fails: (since) => ({
    zh: `自 ${since} 起提醒和报告的邮件发不出去，都在等待，一封不丢。请告知系统管理员，登录后每个页面都写有原因。`,
    en: `Since ${since} no reminder or report leaves by mail; all of them wait, none is lost. Please tell the system administrator, who finds the cause on every page after signing in.`,
  }),
  works: (since) => ({
    zh: `自 ${since} 起等待的邮件正在发出。`,
    en: `The mails that have waited since ${since} are leaving now.`,
  }),
};

/** Tells the chat groups of the performance office, while mail cannot say of itself that it fails. */
@Injectable()
export class RelayAlarm {
  constructor(
    private readonly groups: OfficeGroups,
    private readonly configuration: Configuration,
  ) {}

  async tell(manager: EntityManager, { state, since }: RelayNews): Promise<void> {
    const { date, time } = localTime(since, this.configuration.TIME_ZONE);
    await this.groups.tell(manager, SUBJECTS[state], TEXTS[state](`${date} ${time}`));
  }
}
