import { addDays, localTime } from '../domain/working-days.js';

/** The slot of a tick: its local date and minute, the same in every process of the cluster. */
export function slotAt(at: Date, timeZone: string): string {
  const { date, time } = localTime(at, timeZone);
  return `${date}T${time}`;
}

/** The last tick of a daily job that should have been by then. */
export function lastSlot(dailyTime: string, at: Date, timeZone: string): string {
  const { date, time } = localTime(at, timeZone);
  return `${time >= dailyTime ? date : addDays(date, -1)}T${dailyTime}`;
}
