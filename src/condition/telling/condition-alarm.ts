import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeGroups } from '../../delivery/chat/office-groups.js';
import type { Language } from '../../domain/domain-error.js';
import { ConditionService } from '../condition.service.js';
import { RELAY_FAILS } from '../database-troubles.js';
import type { Trouble } from '../trouble.js';

const SUBJECT = { zh: '绩效台账的服务器需要处理', en: 'The Jixiao server needs attention' };
const TELL = { zh: '请告知系统管理员：', en: 'Please tell the system administrator:' };
/** Tells the chat groups of the performance office what is wrong with the machine: who looks after it may not be signed in. */
@Injectable()
export class ConditionAlarm {
  constructor(
    private readonly dataSource: DataSource,
    private readonly condition: ConditionService,
    private readonly groups: OfficeGroups,
  ) {}

  /** What would be told now: what does not work, not what soon will not. Of the relay delivery/mail/relay-alarm.ts tells at once. */
  async troubles(): Promise<Trouble[]> {
    const all = await this.condition.look();
    return all.filter(({ code, severity }) => severity === 'error' && code !== RELAY_FAILS);
  }

  async tell(): Promise<{ troubles: number; groups: number }> {
    const troubles = await this.troubles();
    if (troubles.length === 0) return { troubles: 0, groups: 0 };
    const text = (language: Language) =>
      [TELL[language], ...troubles.map(({ message, remedy }) => `${message[language]} ${remedy[language]}`)].join('\n');
    const said = { zh: text('zh'), en: text('en') };
    return { troubles: troubles.length, groups: await this.groups.tell(this.dataSource.manager, SUBJECT, said) };
  }
}
