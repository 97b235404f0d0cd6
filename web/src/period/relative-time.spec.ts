import { setClock } from '../api/clock.js';
import { relativeTime } from './relative-time.js';

it('says how far an instant lies from the server’s now, in the coarsest unit that still tells two apart', () => {
  setClock({ timeZone: 'Asia/Shanghai', now: '2026-11-05T01:30:00Z' });
  const inMinutes = (minutes: number): string =>
    relativeTime(new Date(Date.parse('2026-11-05T01:30:00Z') + minutes * 60_000 + 1_000).toISOString());
  expect([inMinutes(3 * 24 * 60), inMinutes(32 * 60), inMinutes(90), inMinutes(-30 * 24 * 60)]).toEqual([
    'in 3 days',
    'in 32 hours',
    'in 90 minutes',
    '29 days ago',
  ]);
});
