import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/types.js';
import { localTime } from '../../period/local-time.js';
import { type JobName, outcomeOf } from './job-words.js';

/** The last runs of a job, newest first. */
export function JobHistory({ job: { name, runs } }: { readonly job: Job }) {
  const { t } = useTranslation();
  const title = t('jobs.history', { name: t(`jobs.name.${name as JobName}`) });
  return (
    <div className="scroll" tabIndex={0} role="group" aria-label={title}>
      <table className="plain">
        <caption hidden>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('jobs.slot')}</th>
            <th scope="col">{t('jobs.started')}</th>
            <th scope="col">{t('jobs.outcome')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.slot}>
              <td>{run.slot.replace('T', ' ')}</td>
              <td>
                {localTime(run.startedAt, 'medium')}
                {run.durationMs !== null && (
                  <span className="muted"> · {t('jobs.took', { seconds: (run.durationMs / 1000).toFixed(1) })}</span>
                )}
              </td>
              <td>{outcomeOf(t, name as JobName, run)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
