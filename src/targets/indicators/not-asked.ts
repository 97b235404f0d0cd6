import { monthName } from '../../domain/calendar/month-name.js';
import type { Month } from '../../domain/calendar/month.js';
import type { Problem } from '../../domain/domain-error.js';
import { hasEnded, isBefore } from '../../domain/entries/due.js';
import type { Indicator } from './indicator.entity.js';

type Asked = Pick<Indicator, 'name' | 'firstMonth' | 'endMonth'>;

/** It is neither asked for nor taken before its first month (ADR 21), nor after its last (design, domain §7). */
export function notAsked({ name, firstMonth, endMonth }: Asked, month: Month): Problem[] {
  if (firstMonth != null && isBefore({ firstMonth }, month)) {
    const first = monthName(firstMonth);
    const message = {
      zh: `“${name}”自${first.zh}起填报，以前的月份不单独填报；累加的数请并入${first.zh}。`,
      en: `“${name}” is entered from ${first.en} on; put what adds up from earlier months into ${first.en}.`,
    };
    return [{ code: 'not-begun', pointer: '/month', message }];
  }
  if (!hasEnded({ endMonth }, month)) return [];
  const message = {
    zh: `“${name}”已于 ${endMonth ?? ''} 终止，之后的月份不再填报。`,
    en: `“${name}” ended with ${endMonth ?? ''}; later months are not entered.`,
  };
  return [{ code: 'ended', pointer: '/month', message }];
}
