import type { AuditFilter } from '../../api/audit.js';
import { useAddress } from '../../period/use-address.js';
import { isKind } from './action-words.js';

const LOCAL_DATE = /^\d{4}-\d\d-\d\d$/;

/** What of the log is looked for, as the address has it; what cannot be meant is left out. */
export function useAuditFilter() {
  const { address, choose } = useAddress();
  const date = (name: string): string | undefined => {
    const value = address.get(name);
    return value !== null && LOCAL_DATE.test(value) ? value : undefined;
  };
  const kind = address.get('action');
  const asked: AuditFilter = {
    actor: address.get('actor') ?? undefined,
    action: kind !== null && isKind(kind) ? kind : undefined,
    subjectId: address.get('subject') ?? undefined,
    from: date('from'),
    to: date('to'),
  };
  return { asked, choose };
}
