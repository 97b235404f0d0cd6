import { Table, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client.js';
import type { Job } from '../../api/types.js';
import { Loaded } from '../../components/loaded.js';
import { localTime } from '../../period/local-time.js';
import { Page } from '../../components/page.js';

type JobRun = Job['runs'][number];

/** The system administrator's page: what runs by itself, when it ran last, and what came of it. */
export function JobsPage() {
  const { t } = useTranslation();
  const jobs = api.useQuery('get', '/jobs');
  return (
    <Page title={t('jobs.title')}>
      <Loaded queries={{ jobs }}>
        {({ jobs: { items } }) =>
          items.map(({ name, time, runs }) => (
            <section key={name} style={{ marginBottom: 24 }}>
              <Typography.Title level={3} style={{ fontSize: 16 }}>
                {name} <span className="muted">{t('jobs.daily', { time })}</span>
              </Typography.Title>
              <Table<JobRun>
                rowKey="slot"
                size="small"
                pagination={false}
                scroll={{ x: 'max-content' }}
                locale={{ emptyText: t('jobs.never') }}
                dataSource={runs}
                columns={[
                  { title: t('jobs.slot'), key: 'slot', render: (_, { slot }) => slot.replace('T', ' ') },
                  { title: t('table.status'), key: 'state', render: (_, { state }) => t(`jobs.${state}`) },
                  { title: t('jobs.started'), key: 'started', render: (_, run) => localTime(run.startedAt) },
                  {
                    title: t('jobs.outcome'),
                    key: 'outcome',
                    render: (_, { error, result }) => error ?? JSON.stringify(result ?? {}),
                  },
                ]}
              />
            </section>
          ))
        }
      </Loaded>
    </Page>
  );
}
