import { useTranslation } from 'react-i18next';
import type { DraftSheet } from '../../../api/imports.js';
import { useDepartments } from '../../../api/organisation.js';
import { decimal } from '../../../components/decimal.js';
import { headOf, useDraft } from '../draft/use-draft.js';
import { useWeightWords } from '../draft/use-weight-words.js';

/** The head of a sheet as it was read; what the document does not print is a dash, not a guess. */
export function SheetHead({ sheet }: { readonly sheet: DraftSheet }) {
  const { t } = useTranslation();
  const weightWords = useWeightWords();
  const { rowId } = useDraft();
  const departments = useDepartments().data?.items ?? [];
  const { departmentId, department, departmentAsPrinted, funding, responsible } = sheet;
  const meant = departments.find(({ id }) => id === departmentId)?.name;
  const money = (amount: string | null): string => (amount === null ? '—' : decimal(amount));
  const facts: readonly (readonly [string, string])[] = [
    [t('draft.field.kind'), t(`filter.kinds.${sheet.kind}`)],
    [t('draft.field.fiscalYear'), sheet.fiscalYear === null ? '—' : String(sheet.fiscalYear)],
    [
      t('draft.field.department'),
      [
        department ?? '—',
        meant && meant !== department && `→ ${meant}`,
        departmentAsPrinted && t('draft.newDepartment'),
      ]
        .filter(Boolean)
        .join(' '),
    ],
    ...(sheet.kind === 'project' ? [[t('draft.field.project'), sheet.project ?? '—'] as const] : []),
    [t('draft.field.responsible'), [responsible.name, responsible.phone].filter(Boolean).join(' ') || '—'],
    [t('draft.field.fundingTotal'), money(funding.total)],
    [t('draft.field.weightTotal'), weightWords(sheet)],
  ];
  return (
    <>
      <dl className={rowId === headOf(sheet.id) ? 'draft-head draft-row-shown' : 'draft-head'}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="muted small">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {sheet.goal !== null && (
        <details className="draft-goal">
          <summary>{t('draft.field.goal')}</summary>
          <p>{sheet.goal}</p>
        </details>
      )}
    </>
  );
}
