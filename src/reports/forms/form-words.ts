import type { Language, Message } from '../../domain/domain-error.js';
import { exact, fixed, HUNDRED } from '../../domain/exact.js';
import { type Month, monthNumber } from '../../domain/calendar/month.js';
import { monthName } from '../../domain/calendar/month-name.js';
import { LIGHT_NAMES, RATING_NAMES, STANDING_NAMES } from '../../domain/names.js';
import type { Light } from '../../domain/outlook/light.js';
import type { SheetOutlook } from '../../domain/outlook/sheet-outlook.js';
import type { Rating } from '../../domain/policy.js';
import { isBeforeFirst, isUnjudged, standingOf } from '../../domain/scoring/unjudged.js';
import { WORDS } from '../../domain/scoring/explanation-words.js';
import type { IndicatorScore } from '../../domain/scoring/indicator-score.js';
import type { ReportedIndicator, ReportedSheet } from '../content/report-content.js';

/** Chooses between the official Chinese words and English ones. */
export type Say = (zh: string, en: string) => string;
export const sayIn =
  (language: Language): Say =>
  (zh, en) =>
    language === 'zh' ? zh : en;

/** Decimals of a value that people read; the exact one is in the explanation. */
const PLACES = 4;

/** A decimal without trailing zeros, with at most four decimals. */
export function shown(decimal: string): string {
  const rounded = fixed(exact(decimal), PLACES);
  return rounded.replace(/\.?0+$/, '');
}

export const percent = (share: string | null): string =>
  share === null ? '—' : `${fixed(exact(share).mul(HUNDRED), 2)}%`;

export const rating = (name: Rating | null, language: Language): string => (name ? RATING_NAMES[name][language] : '—');

export const light = (name: Light, language: Language): string => LIGHT_NAMES[name][language];

/** 实际完成值: `58次`, `达成`, `2026-09-20 完成`, or that nothing was reported. */
export function actualValue(
  { comparator, unit }: Pick<ReportedIndicator, 'comparator' | 'unit'>,
  score: IndicatorScore,
  asOf: Month,
  language: Language,
): string {
  const { actual, explanation } = score;
  const standing = standingOf(score, asOf);
  if (standing !== 'judged') return STANDING_NAMES[standing][language];
  const { grade } = explanation.statistics;
  if (actual === null) return grade ? WORDS[language].grade[grade] : '—';
  if (comparator === 'by') return language === 'zh' ? `${actual} 完成` : `completed ${actual}`;
  return `${shown(actual)}${unit ?? ''}`;
}

/** The points, where there is something to give them for. */
export const pointsAt = (score: IndicatorScore, asOf: Month): string | null =>
  isBeforeFirst(score, asOf) ? null : score.score;

/** The points of the sheet: of what nobody was asked for yet, those of the spending alone. */
export const totalPoints = ({ score }: ReportedSheet): string | null =>
  isUnjudged(score) ? score.execution.score : score.raw;

export const notJudged = (say: Say): string => say('启用前，未评', 'not taken up yet, not judged');

/** Why an indicator is not asked for to the end of the year; empty where it is. */
export function endedText({ endMonth, endReason }: ReportedIndicator, say: Say): string {
  if (endMonth == null) return '';
  const why = endReason ?? '—';
  return say(`${endMonth} 后终止：${why}`, `Ended after ${endMonth}: ${why}`);
}

/** 年底预测: `58.00–97.00（差–优）` where something is open; reports frozen before outlooks were spans lack it. */
export function forecastText({ low, high }: Partial<SheetOutlook>, language: Language): string | null {
  if (low?.normalised == null || high?.normalised == null) return null;
  const span = (from: string, to: string): string => (from === to ? from : `${from}–${to}`);
  const ratings = span(rating(low.rating, language), rating(high.rating, language));
  const points = span(low.normalised, high.normalised);
  return language === 'zh' ? `${points}（${ratings}）` : `${points} (${ratings})`;
}

/** 1–10月, January to October. */
export function monthsTo(month: Month, language: Language): string {
  const last = monthNumber(month);
  if (language === 'zh') return last === 1 ? '1月' : `1–${last}月`;
  return last === 1 ? 'month 1' : `months 1–${last}`;
}

/** What a sheet is called: the project's name, or that it is the whole department's. */
export const sheetName = (project: string | null, language: Language): string =>
  project ?? (language === 'zh' ? '部门整体' : 'whole department');

/** The policy by its title, and by its code where that is not known. */
export function policyNote(sheet: ReportedSheet, say: Say): string {
  const { version } = sheet.score.policy;
  const title = policyTitle(sheet);
  return say(`评分政策：${title.zh}，第 ${version} 版。`, `Scoring policy: ${title.en}, version ${version}.`);
}

export const policyTitle = ({ policyTitle: title, score: { policy } }: ReportedSheet): Message =>
  title ?? { zh: policy.name, en: policy.name };

/** A sheet whose weights do not give 100 says so; it is never rescaled silently. */
export function waiverNotes({ score, weightWaiver }: ReportedSheet, say: Say): string[] {
  if (weightWaiver === null) return [];
  return [
    say(
      `分值合计 ${score.max}，不是 100 分，经批准采用：${weightWaiver}。折合得分 ${score.normalised ?? '—'}。`,
      `The points add up to ${score.max}, not 100; adopted with a waiver: ${weightWaiver}. Normalised score ${score.normalised ?? '—'}.`,
    ),
  ];
}

/** From which months on a sheet is entered that was taken up in the middle of its year. */
export function takenUpNotes({ score }: ReportedSheet, say: Say): string[] {
  const firsts = score.indicators.flatMap(({ explanation: { firstMonth } }) => firstMonth ?? []);
  return [...new Set(firsts)].sort().map((first) => {
    const count = firsts.filter((one) => one === first).length;
    const { zh, en } = monthName(first);
    return say(
      `${count} 项指标自${zh}起填报，此前各月未填报、未评；累加的指标，${zh}填报的是1月以来的合计。`,
      `${count} indicator(s) are entered from ${en} on, and not judged before; what adds up has the total since January in that month.`,
    );
  });
}

export const provisionalNotes = ({ score }: ReportedSheet, say: Say): string[] =>
  score.provisional && !isUnjudged(score)
    ? [say('尚有月份缺报，得分为暂定。', 'Some months have not been reported: the score is provisional.')]
    : [];
