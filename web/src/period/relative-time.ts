import i18next from 'i18next';
import { now } from '../api/clock.js';

const MINUTE_MS = 60_000;
/** The coarsest unit that still says something: two days in hours, two hours in minutes. */
const UNITS = [
  ['day', 24 * 60 * MINUTE_MS],
  ['hour', 60 * MINUTE_MS],
  ['minute', MINUTE_MS],
] as const;

/** How far an instant lies from now: `3天后`, `2 hours ago`. */
export function relativeTime(instant: string): string {
  const away = Date.parse(instant) - now();
  const [unit, length] = UNITS.find(([, ms]) => Math.abs(away) >= 2 * ms) ?? UNITS[2];
  const locale = i18next.language === 'zh' ? 'zh-CN' : 'en-GB';
  return new Intl.RelativeTimeFormat(locale).format(Math.trunc(away / length), unit);
}
