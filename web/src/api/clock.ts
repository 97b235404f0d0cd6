import { localTime, type LocalDate } from '@domain/calendar/working-days.js';

/** Until the session has said it: days are those of most installations. */
let zone = 'Asia/Shanghai';
let aheadMs = 0;

/** The installation's clock, whatever the reader's computer says and wherever it thinks it is. */
export function setClock({ timeZone, now: serverNow }: { readonly timeZone: string; readonly now: string }): void {
  zone = timeZone;
  aheadMs = Date.parse(serverNow) - Date.now();
}

export const timeZone = (): string => zone;

/** By the server's clock, in milliseconds. */
export const now = (): number => Date.now() + aheadMs;

export const today = (): LocalDate => localTime(new Date(now()), zone).date;
