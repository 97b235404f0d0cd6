import type { Language } from '../domain-error.js';
import { exact, fixed, HUNDRED, plain, roundedDown, roundedUp } from '../exact.js';
import type { Indicator } from '../indicator.js';
import type { Month } from '../month.js';
import { POSSIBILITY_NAMES } from '../names.js';
import { targetText } from '../target-text.js';
import type { Outlook } from './outlook.js';
import { OUTLOOK_WORDS } from './outlook-words.js';
import type { Pace } from './pace.js';

type Printed = Pick<Indicator, 'comparator' | 'unit' | 'weight'>;

/** What was due by now and how much of it is there, as one sentence; empty where nothing is compared. */
export function explainPace({ comparator, unit }: Printed, pace: Pace, asOf: Month, language: Language): string {
  const words = OUTLOOK_WORDS[language];
  if (pace.targetToDate === null || pace.pace === null || pace.basis === null) return '';
  const [target, targetUpper] = [shown(pace.targetToDate), pace.upperToDate && shown(pace.upperToDate)];
  const printed = targetText({ comparator, unit, target, targetUpper }, language);
  const percent = `${fixed(exact(pace.pace).mul(HUNDRED), 2)}%`;
  return [words.due(printed, words.basis[pace.basis], asOf), words.pace(percent)].join(words.separator) + words.end;
}

/** Where the year is heading and what can still be done about it, as one sentence; empty for what does not apply. */
export function explainOutlook({ unit, weight }: Printed, outlook: Outlook, language: Language): string {
  const words = OUTLOOK_WORDS[language];
  const { possibility, openMonths, forecast, neededPerMonth, allowedPerMonth, breach } = outlook;
  if (possibility === null) return '';
  const amount = (text: string): string => `${text} ${unit ?? ''}`.trim();
  const parts = [
    forecast && openMonths > 0 && words.forecast(amount(shown(forecast.value)), words.forecastBasis[forecast.basis]),
    // Rounded up: a hundredth less each month would not be enough.
    neededPerMonth && words.needed(openMonths, amount(plain(roundedUp(exact(neededPerMonth), 2)))),
    allowedPerMonth && words.allowed(openMonths, amount(plain(roundedDown(exact(allowedPerMonth), 2)))),
    breach && (breach.passed ? words.passed : words.breach(breach.month)),
    outlook.atRisk && exact(weight).gt(0) && words.atRisk(plain(exact(weight))),
    exact(weight).gt(0) && words.points(outlook.lostForGood, outlook.winnable),
    words.possibility(POSSIBILITY_NAMES[possibility][language]),
  ];
  return parts.filter((part) => typeof part === 'string').join(words.separator) + words.end;
}

const shown = (text: string): string => plain(exact(fixed(exact(text), 2)));
