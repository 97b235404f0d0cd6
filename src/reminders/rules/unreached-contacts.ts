import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Language, Message } from '../../domain/domain-error.js';
import type { Directory } from '../../delivery/recipients/directory.js';
import type { LocalDate } from '../../domain/calendar/working-days.js';
import type { DigestLine } from '../digest-line.js';
import { type Hole, holesOf, PROBLEM_WORDS } from '../problems/contact-problem.js';
import { ContactProblemsService } from '../problems/contact-problems.service.js';
import type { ReminderDay } from '../reminder-day.js';
import type { Reached } from '../reminder-recipients.js';
import { weekOf } from './calendar-missing.js';

const MOST_SAID = 10;

/** Whom reminders do not reach, and where. */
export interface Unreached {
  readonly problems: number;
  /** The first of them. */
  readonly said: readonly Message[];
}

/** What keeps reminders from people, to the performance office: once a week until it is seen to. */
@Injectable()
export class UnreachedContacts {
  constructor(private readonly problems: ContactProblemsService) {}

  async find(
    manager: EntityManager,
    { today }: ReminderDay,
    office: readonly Reached[],
    directory: Directory,
  ): Promise<DigestLine[]> {
    const reason = office.length === 0 ? null : await this.on(manager, today, directory);
    if (!reason || reason.problems === 0) return [];
    return office.map(({ contact, reader }) => ({
      rule: 'unreached-contacts',
      contact,
      reader,
      subject: 'contacts',
      dueDate: today.slice(0, 7) + '-01',
      stage: weekOf(today),
      reason,
    }));
  }

  async on(manager: EntityManager, date: LocalDate, directory?: Directory): Promise<Unreached> {
    const holes = holesOf(await this.problems.on(manager, date, directory));
    return { problems: holes.length, said: holes.slice(0, MOST_SAID).map(inWords) };
  }
}

/** 某单位 · 综合股（股室没有能收到提醒的填报人：王某，账号已停用）. */
const inWords = (hole: Hole): Message => ({ zh: said(hole, 'zh'), en: said(hole, 'en') });

function said({ problem, name, departmentName, because }: Hole, language: Language): string {
  const { colon, comma, semicolon, open, close } = SIGNS[language];
  const who = because.map((one) => [one.name, PROBLEM_WORDS[one.problem][language]].join(comma)).join(semicolon);
  const what = PROBLEM_WORDS[problem][language] + (who === '' ? '' : colon + who);
  const where = [departmentName, name].filter((part) => part !== null).join(' · ');
  return where === '' ? what : where + open + what + close;
}

const SIGNS = {
  zh: { colon: '：', comma: '，', semicolon: '；', open: '（', close: '）' },
  en: { colon: ': ', comma: ', ', semicolon: '; ', open: ' (', close: ')' },
};

/** How many, then each by itself. */
export function unreachedLines({ problems, said }: Unreached, language: Language): string[] {
  const more = problems - said.length;
  const count = {
    zh: `${problems} 处提醒无法送达，无人可收的已转由上一级代收：`,
    en: `Reminders do not arrive in ${problems} ${problems === 1 ? 'place' : 'places'}; what nobody there hears others are told:`,
  };
  const rest = { zh: `另有 ${more} 处`, en: `and ${more} more` };
  return [count[language], ...said.map((one) => one[language]), ...(more > 0 ? [rest[language]] : [])];
}

export function unreachedText(unreached: Unreached): Message {
  const [zh = '', ...zhLines] = unreachedLines(unreached, 'zh');
  const [en = '', ...enLines] = unreachedLines(unreached, 'en');
  return { zh: `${zh}${zhLines.join('；')}。`, en: `${en} ${enLines.join('; ')}.` };
}
