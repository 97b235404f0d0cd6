import { type DomainError, errorAt } from '../domain/domain-error.js';
import type { Indicator } from '../targets/indicators/indicator.entity.js';
import type { EvidenceKind } from './evidence.entity.js';

/** What an indicator's sheet prints as its 佐证资料; null where it prints none. */
export function demandedKind({ evidenceKind }: Pick<Indicator, 'evidenceKind'>): EvidenceKind | null {
  if (!evidenceKind?.trim()) return null;
  return evidenceKind.includes('凭证') ? 'voucher' : 'work-record';
}

const NAMES: Record<EvidenceKind, { zh: string; en: string }> = {
  'work-record': { zh: '工作资料', en: 'a work record' },
  voucher: { zh: '原始凭证', en: 'an original voucher' },
};

export function evidenceMissing(name: string, month: string, kind: EvidenceKind | null): DomainError {
  const what = kind ? NAMES[kind] : { zh: '佐证资料', en: 'evidence' };
  return errorAt('/evidence', 'unfit', 'evidence-missing', {
    zh: `“${name}”${month} 提交前须上传${what.zh}。`,
    en: `Upload ${what.en} for “${name}”, ${month}, before it is submitted.`,
  });
}
