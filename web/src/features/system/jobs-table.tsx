import { Button, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useJobs } from '../../api/system.js';
import type { Job } from '../../api/types.js';
import { Loaded } from '../../components/loaded.js';
import { useIsWide, WIDE } from '../../components/use-is-wide.js';
import { localTime } from '../../period/local-time.js';
import { relativeTime } from '../../period/relative-time.js';
import { JobHistory } from './job-history.js';
import { type JobName, outcomeOf } from './job-words.js';
import { RunJob } from './run-job.js';

/** What runs by itself: when it does next, and what came of it last; unfolded, the runs before. */
export function JobsTable() {
  const jobs = useJobs();
  const [running, setRunning] = useState<JobName | null>(null);
  const columns = useColumns((name) => {
    setRunning(name);
  });
  return (
    <Loaded queries={{ jobs }}>
      {({ jobs: { items } }) => (
        <>
          <Table<Job>
            rowKey="name"
            size="small"
            pagination={false}
            dataSource={items}
            expandable={{
              expandedRowRender: (job) => <JobHistory job={job} />,
              rowExpandable: ({ runs }) => runs.length > 0,
            }}
            columns={columns}
          />
          {running && (
            <RunJob
              name={running}
              onClose={() => {
                setRunning(null);
              }}
            />
          )}
        </>
      )}
    </Loaded>
  );
}

function useColumns(onRun: (name: JobName) => void): TableColumnsType<Job> {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const named = ({ name }: Job) => name as JobName;
  const run = (job: Job): ReactNode => (
    <Button
      size="small"
      aria-label={t('jobs.runOf', { name: t(`jobs.name.${named(job)}`) })}
      onClick={() => {
        onRun(named(job));
      }}
    >
      {t('jobs.run')}
    </Button>
  );
  return [
    {
      title: t('jobs.job'),
      key: 'job',
      render: (_, job) => (
        <>
          <strong>{t(`jobs.name.${named(job)}`)}</strong>
          <div className="muted small">{t(`jobs.what.${named(job)}`)}</div>
          {!isWide && run(job)}
        </>
      ),
    },
    { title: t('jobs.next'), key: 'next', responsive: WIDE, render: (_, { nextRun }) => <Planned at={nextRun} /> },
    { title: t('jobs.last'), key: 'last', render: (_, job) => <LastRun job={job} /> },
    { title: '', key: 'run', align: 'right', responsive: WIDE, render: (_, job) => run(job) },
  ];
}

function Planned({ at }: { readonly at: string }) {
  return (
    <>
      {localTime(at)}
      <div className="muted small">{relativeTime(at)}</div>
    </>
  );
}

function LastRun({ job: { name, runs } }: { readonly job: Job }) {
  const { t } = useTranslation();
  const [last] = runs;
  if (!last) return <span className="muted">{t('jobs.never')}</span>;
  return (
    <>
      <span className={last.state === 'failed' ? 'entry-wrong' : ''}>{outcomeOf(t, name as JobName, last)}</span>
      <div className="muted small">
        {localTime(last.startedAt)}
        {last.durationMs !== null && <> · {t('jobs.took', { seconds: (last.durationMs / 1000).toFixed(1) })}</>}
      </div>
    </>
  );
}
