import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import type { ReportBatch } from '../../../api/reports.js';
import { localTime } from '../../../period/local-time.js';

const SHOWN = 3;

/** How a batch ended, and what it had to leave out. */
export function BatchOutcome({ batch }: { readonly batch: ReportBatch }) {
  const { t, i18n } = useTranslation();
  const { state, total, done, notIssued, problems, error, keptUntil } = batch;
  const language = i18n.language as Language;
  if (state === 'failed') return <div className="light-red small">✗ {error?.[language]}</div>;
  if (state === 'cancelled')
    return <div className="muted small">⊘ {t('reports.batch.cancelled', { done, total })}</div>;
  return (
    <>
      <div className="small light-green">✓ {t('reports.batch.done', { count: total - notIssued })}</div>
      {notIssued > 0 && (
        <div className="small light-amber">
          ▲ {t('reports.batch.notIssued', { count: notIssued })}
          <ul>
            {problems.slice(0, SHOWN).map(({ name, message }) => (
              <li key={name}>
                {name}：{message[language]}
              </li>
            ))}
          </ul>
          {notIssued > SHOWN && t('reports.batch.moreInArchive')}
        </div>
      )}
      {keptUntil !== null && (
        <div className="small muted">{t('reports.batch.keptUntil', { at: localTime(keptUntil) })}</div>
      )}
    </>
  );
}
