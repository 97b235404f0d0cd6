import type { Language } from '../domain-error.js';
import { exact, fixed, HUNDRED, plain, roundedDown, roundedUp } from '../exact.js';
import type { Indicator } from '../indicator.js';
import type { Month } from '../calendar/month.js';
import { POSSIBILITY_NAMES } from '../names.js';
import { isBefore } from '../entries/due.js';
import { periodOf } from '../aggregation.js';
import type { Explanation } from '../scoring/explanation.js';
import { isShare, wholeOf } from '../share.js';
import type { Outlook } from './outlook.js';
import { OUTLOOK_WORDS, type OutlookWords } from './outlook-words.js';
import type { Pace } from './pace.js';

type Printed = Pick<Indicator, 'comparator' | 'target' | 'unit' | 'weight' | 'aggregation'>;
/** With what says why there may be nothing to compare. */
type Standing = Printed & Partial<Pick<Explanation, 'firstMonth' | 'notes'>>;
/** With the entries of months that are over which nobody has approved. */
type Reported = Printed & Pick<Explanation, 'missing'>;

/** `时序进度 85.73%（截至10月应不超过 446.67 件）`; empty where nothing is compared. */
export function paceText(
  { comparator, unit, aggregation }: Omit<Printed, 'weight' | 'target'>,
  { pace, targetToDate, upperToDate }: Pick<Pace, 'pace' | 'targetToDate' | 'upperToDate'>,
  asOf: Month,
  language: Language,
): string {
  if (pace === null || targetToDate === null || comparator === 'qualitative' || comparator === 'by') return '';
  const words = OUTLOOK_WORDS[language];
  const amounts = [targetToDate, ...(upperToDate === null ? [] : [upperToDate])].map(shown).join('–');
  const wanted = words.wanted[comparator](`${amounts} ${unit ?? ''}`.trim());
  const period = periodOf(aggregation);
  const percent = `${fixed(exact(pace).mul(HUNDRED), 2)}%`;
  return words.pace(percent, period ? words.each[period](wanted) : words.to(wanted, asOf));
}

/** What was due by now, how much of it is there and what that gives, as one sentence; empty for what does not apply. */
export function explainPace(indicator: Standing, pace: Pace, asOf: Month, language: Language): string {
  const words = OUTLOOK_WORDS[language];
  if (isBefore(indicator, asOf)) return words.notBegun + words.end;
  if (pace.score === null) return pace.possibility === null ? '' : words.notDue + words.end;
  if (exact(indicator.weight).equals(0)) return paceText(indicator, pace, asOf, language);
  const lost = exact(indicator.weight).sub(exact(pace.score));
  const parts = [
    pace.pace === null ? notThere(indicator, words) : paceText(indicator, pace, asOf, language),
    pace.basis === null || pace.basis === 'whole' ? '' : words.basis[pace.basis],
    words.paceScore(pace.score),
    lost.gt(0) ? (pace.pace === null ? words.paceLacking : words.paceLost)(plain(lost)) : '',
  ];
  return parts.filter((part) => part !== '').join(words.separator) + words.end;
}

const notThere = ({ notes }: Standing, words: OutlookWords): string =>
  notes?.includes('waiting') ? words.waiting : words.notApproved;

/** Where the year is heading and what can still be done about it, as one sentence; empty for what does not apply. */
export function explainOutlook(indicator: Reported, outlook: Outlook, language: Language): string {
  const { unit, weight, missing } = indicator;
  const words = OUTLOOK_WORDS[language];
  const { possibility, openMonths, forecast, neededPerMonth, allowedPerMonth, breach } = outlook;
  if (possibility === null) return '';
  const amount = (text: string): string => `${text} ${unit ?? ''}`.trim();
  const open = words.open(openMonths, missing);
  const parts = [
    missing > 0 && forecast && forecast.basis !== 'carried-forward' && words.lacking(missing),
    forecast && openMonths > 0 && words.forecast(amount(shown(forecast.value)), words.forecastBasis[forecast.basis]),
    // Rounded up: a hundredth less each month would not be enough.
    neededPerMonth &&
      (isMoreThanAll(indicator, neededPerMonth)
        ? words.unreachable(open)
        : words.needed(open, amount(plain(roundedUp(exact(neededPerMonth), 2))))),
    allowedPerMonth && words.allowed(open, amount(plain(roundedDown(exact(allowedPerMonth), 2)))),
    breach && (breach.passed ? words.passed : words.breach)(breach.month),
    !outlook.atRisk && forecastLoss(indicator, outlook, words),
    outlook.atRisk && exact(weight).gt(0) && words.atRisk(plain(exact(weight))),
    exact(weight).gt(0) &&
      words.points(outlook.lostForGood, outlook.winnable) +
        (indicator.aggregation === 'ratio' && openMonths > 0 ? words.asManyCases : ''),
    words.possibility(POSSIBILITY_NAMES[possibility][language]),
  ];
  return parts.filter((part) => typeof part === 'string').join(words.separator) + words.end;
}

/** Where all is earned so far nothing can be won any more, but a ceiling that will be passed still costs its points. */
function forecastLoss({ weight }: Printed, { forecast, openMonths, lostForGood }: Outlook, words: OutlookWords) {
  if (!forecast || openMonths === 0) return null;
  const ahead = exact(weight).sub(exact(forecast.score)).sub(exact(lostForGood));
  return ahead.gt(0) ? words.heading(plain(ahead)) : null;
}

/** Of letters not more than all can be answered; what grows can grow by more than 100 %. */
const isMoreThanAll = ({ aggregation, unit, target }: Printed, needed: string): boolean =>
  aggregation === 'ratio' && target !== null && isShare(unit, exact(target)) && exact(needed).gt(wholeOf(unit));

const shown = (text: string): string => plain(exact(fixed(exact(text), 2)));
