import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import type { RowFigures, UploadedRow } from '../../../api/workbook.js';
import { describeEntry } from '../../shown/describe-entry.js';

const REMARKS = [
  'notApplicableReason',
  'deviationReason',
  'correctiveMeasure',
  'note',
] as const satisfies readonly (keyof RowFigures)[];

/** What a row of the workbook says, and what differs beside its figure; or why it cannot be written. */
export function FilledRow({ row: { stored, filled, problem, questions } }: { readonly row: UploadedRow }) {
  const { t, i18n } = useTranslation();
  if (problem) {
    const reasons = problem.errors.length > 0 ? problem.errors.map(({ message }) => message) : [problem.title];
    return (
      <ul className="workbook-reasons light-red">
        {reasons.map((reason) => (
          <li key={reason}>✗ {reason}</li>
        ))}
        {problem.code === 'version-conflict' && stored && (
          <li className="muted">{t('workbook.theirs', { value: describeEntry(stored, t) })}</li>
        )}
      </ul>
    );
  }
  const [before, after] = [stored ? describeEntry(stored, t) : '—', describeEntry(filled, t)];
  return (
    <>
      <strong className={before === after ? 'muted' : undefined}>{after}</strong>
      {before === after && <span className="muted small"> {t('workbook.sameFigure')}</span>}
      {REMARKS.filter((name) => filled[name] !== (stored?.[name] ?? null)).map((name) => (
        <div key={name} className="small">
          {t(`field.${name}`)}：{filled[name] ?? <em>{t('workbook.emptied')}</em>}
        </div>
      ))}
      {questions.map(({ code, message }) => (
        <div key={code} className="light-amber small">
          ▲ {message[i18n.language as Language]}
        </div>
      ))}
    </>
  );
}
