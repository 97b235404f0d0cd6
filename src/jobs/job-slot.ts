import { addDays, instantOf, localTime } from '../domain/calendar/working-days.js';

/** The slot of a run: its local date and minute, the same in every process of the cluster. */
export function slotAt(at: Date, timeZone: string): string {
  const { date, time } = localTime(at, timeZone);
  return `${date}T${time}`;
}

/** The last tick of a daily job that should have been by then. */
export function lastSlot(dailyTime: string, at: Date, timeZone: string): string {
  const { date, time } = localTime(at, timeZone);
  return `${time >= dailyTime ? date : addDays(date, -1)}T${dailyTime}`;
}

/** When the next tick of a daily job is due. */
export function nextTick(dailyTime: string, at: Date, timeZone: string): Date {
  const last = lastSlot(dailyTime, at, timeZone);
  return instantOf(`${addDays(last.slice(0, 10), 1)}T${dailyTime}`, timeZone);
}
