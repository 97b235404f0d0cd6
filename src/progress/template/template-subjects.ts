import type { Actor } from '../../common/access/actor.js';
import { takesMonth } from '../../domain/entries/due.js';
import type { Message } from '../../domain/domain-error.js';
import { addMonths, type Month } from '../../domain/calendar/month.js';
import { targetText } from '../../domain/printed/target-text.js';
import type { IndicatorYear } from '../entries/indicator-months.repository.js';
import { GRADE_WORDS } from './columns.js';

/** What one row of the template is about: an indicator, or a measure with all that it feeds. */
export interface TemplateSubject {
  /** Of the indicator, or of the measure. */
  readonly id: string;
  readonly isMeasure: boolean;
  /** The first one gives the row its kind of entry. */
  readonly indicators: readonly [IndicatorYear, ...IndicatorYear[]];
  /** Of the month's entry, of a measure those of all its entries together; null: there is none. */
  readonly version: number | null;
  /** What people recognise the row by. */
  readonly printed: Readonly<Record<PrintedKey, Message>>;
  /** What was entered for the month before; null: nothing. */
  readonly before: Message | null;
}

export const PRINTED = ['sheet', 'indicator', 'target'] as const;
export type PrintedKey = (typeof PRINTED)[number];

export const entryOf = ({ entries }: IndicatorYear, month: Month) => entries.find((entry) => entry.month === month);

/** Rows of the month, in the order of the indicators; what a measure feeds stands once, where it comes first. */
export function subjectsOf(
  indicators: readonly IndicatorYear[],
  month: Month,
  { sections }: Pick<Actor, 'sections'>,
): TemplateSubject[] {
  const fed = new Map<string, IndicatorYear[]>();
  for (const indicator of indicators) {
    const owner = indicator.measure?.sectionId;
    const isTheirs = !indicator.measure || !sections || (owner != null && sections.includes(owner));
    const id = indicator.measureId ?? indicator.id;
    if (isTheirs) fed.set(id, [...(fed.get(id) ?? []), indicator]);
  }
  return [...fed].flatMap(([id, [first, ...others]]) => {
    if (!first || ![first, ...others].some((indicator) => takesMonth(indicator, month))) return [];
    const members = [first, ...others] as const;
    return [{ id, isMeasure: first.measureId !== null, indicators: members, ...versionAndTexts(members, month) }];
  });
}

function versionAndTexts(
  members: TemplateSubject['indicators'],
  month: Month,
): Pick<TemplateSubject, 'version' | 'printed' | 'before'> {
  const [first] = members;
  const versions = members.flatMap((indicator) => entryOf(indicator, month)?.version ?? []);
  const before = entryOf(first, addMonths(month, -1));
  const inBoth = (text: (language: keyof Message) => string): Message => ({ zh: text('zh'), en: text('en') });
  return {
    version: versions.length > 0 ? versions.reduce((sum, version) => sum + version, 0) : null,
    printed: {
      sheet: sheetText(members),
      indicator: inBoth(() => first.measure?.name ?? first.name),
      target: inBoth((language) =>
        distinct(members.map((one) => one.targetText ?? targetText(one, language))).join('; '),
      ),
    },
    before: before ? inBoth((language) => enteredText(before, language)) : null,
  };
}

const NOT_APPLICABLE = { zh: '不适用', en: 'not applicable' };

function enteredText(
  { value, numerator, denominator, grade, completedOn, notApplicable }: IndicatorYear['entries'][number],
  language: keyof Message,
): string {
  if (notApplicable) return NOT_APPLICABLE[language];
  if (grade) return GRADE_WORDS[grade][language];
  return value ?? completedOn ?? `${numerator}/${denominator}`;
}

/** With the department: the whole-department sheets of two departments are called alike. */
function sheetText(members: TemplateSubject['indicators']): Message {
  const [{ department, measure }] = members;
  const sheets = [...new Map(members.map(({ sheet }) => [sheet.id, sheet])).values()];
  const zh = sheets.map(({ project }) => project ?? '部门整体');
  const en = sheets.map(({ project }) => project ?? 'whole department');
  if (!measure) return { zh: `${department.name} · ${zh.join('')}`, en: `${department.name} · ${en.join('')}` };
  return {
    zh: `${department.name} · 共用于 ${sheets.length} 张表：${zh.join('、')}`,
    en: `${department.name} · feeds ${sheets.length} sheets: ${en.join(', ')}`,
  };
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)];
