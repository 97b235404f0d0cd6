import type { Indicator } from '../targets/indicators/indicator.entity.js';
import type { EvidenceKind } from './evidence.entity.js';

/** What an indicator's sheet prints as its 佐证资料; null where it prints none. */
export function demandedKind({ evidenceKind }: Pick<Indicator, 'evidenceKind'>): EvidenceKind | null {
  if (!evidenceKind?.trim()) return null;
  return evidenceKind.includes('凭证') ? 'voucher' : 'work-record';
}
