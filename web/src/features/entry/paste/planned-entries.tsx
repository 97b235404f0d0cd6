import { useTranslation } from 'react-i18next';
import { monthName } from '../../../period/month-name.js';
import { describeEntry } from '../../shown/describe-entry.js';
import { totalSince } from '../../shown/total-since.js';
import { useProblemText } from '../use-problem-text.js';
import type { PlannedEntry } from './paste-plan.js';

/** As many as anybody reads; what cannot be read stands first. */
const SHOWN = 60;

/** Entry by entry: what stands there now, and what will. */
export function PlannedEntries({ entries }: { readonly entries: readonly PlannedEntry[] }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const wrong = entries.filter(({ problem }) => problem !== null);
  const shown = [...wrong, ...entries.filter(({ problem }) => problem === null)].slice(0, SHOWN);
  return (
    <div className="paste-entries" tabIndex={0} role="region" aria-label={t('paste.title')}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{t('table.indicator')}</th>
            <th scope="col">{t('table.month')}</th>
            <th scope="col" className="number">
              {t('paste.now')}
            </th>
            <th scope="col" className="number">
              {t('paste.then')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ seen: { row, subject, stored }, changes, problem }) => (
            <tr key={subject.key}>
              <th scope="row">{subject.name}</th>
              <td>{totalSince(row.indicators[0], subject.month, t) ?? monthName(subject.month, 'short')}</td>
              <td className="number muted">{describeEntry(stored.content, t)}</td>
              <td className="number">
                {describeEntry({ ...stored.content, ...changes }, t)}
                {problem && <div className="entry-wrong">{problemText(problem)}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > shown.length && (
        <p className="muted small">{t('shown.more', { count: entries.length - shown.length })}</p>
      )}
    </div>
  );
}
