import type { AuditKey } from './audit-key.js';
import { canonicalJson } from '../common/canonical-json.js';
import type { LocalDate } from '../domain/calendar/working-days.js';

/** How far the audit log had come: kept where nobody who changes the log can change it, it shows whether its end was cut off. */
export interface AuditHead {
  /** Of the last line; `0`: there was none. */
  readonly position: string;
  readonly hash: string;
  /** How many lines there were. */
  readonly count: number;
  readonly day: LocalDate;
  /** By the key of the log. */
  readonly signature: string;
}

type Said = Omit<AuditHead, 'signature'>;

const textOf = ({ position, hash, count, day }: Said): string =>
  `head ${canonicalJson({ position, hash, count, day })}`;

export const signedHead = (said: Said, key: AuditKey): AuditHead => ({ ...said, signature: key.seal(textOf(said)) });

/** false: nobody with the key has said so. null: another key has signed it, which is not here. */
export function isSignedBy(head: AuditHead, key: AuditKey): boolean | null {
  return key.isOf(head.signature) ? key.fits(head.signature, textOf(head)) : null;
}

/** The head in a text, such as a file or a mail. */
export function headIn(text: string): AuditHead | null {
  for (const [found] of text.matchAll(/\{[^{}]*\}/g)) {
    const head = parsed(found);
    if (head) return head;
  }
  return null;
}

function parsed(text: string): AuditHead | null {
  try {
    const { position, hash, count, day, signature } = JSON.parse(text) as Record<string, unknown>;
    const texts = [position, hash, day, signature];
    if (!texts.every((one) => typeof one === 'string') || typeof count !== 'number') return null;
    if (!/^\d{1,18}$/.test(position as string)) return null;
    return { position, hash, count, day, signature } as AuditHead;
  } catch {
    return null;
  }
}
