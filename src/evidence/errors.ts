import type { Month } from '../domain/calendar/month.js';
import { DomainError, errorAt } from '../domain/domain-error.js';
import type { EvidenceKind } from './evidence.entity.js';
import { monthName } from '../domain/calendar/month-name.js';

const NAMES: Record<EvidenceKind, { zh: string; en: string }> = {
  'work-record': { zh: '工作资料', en: 'a work record' },
  voucher: { zh: '原始凭证', en: 'an original voucher' },
};

export function evidenceMissing(name: string, month: Month, kind: EvidenceKind | null): DomainError {
  const what = kind ? NAMES[kind] : { zh: '佐证资料', en: 'evidence' };
  return errorAt('/evidence', 'unfit', 'evidence-missing', {
    zh: `“${name}”${monthName(month).zh}提交前须上传${what.zh}。`,
    en: `Upload ${what.en} for “${name}”, ${monthName(month).en}, before it is submitted.`,
  });
}

export const evidenceSettled = (month: Month): DomainError =>
  new DomainError('conflict', 'evidence-settled', {
    zh: `${monthName(month).zh}的填报已提交或已审核，佐证资料不能再改。请先退回或重新打开。`,
    en: `The entry for ${monthName(month).en} has been submitted or approved; its evidence is settled. Have it returned or reopened first.`,
  });
