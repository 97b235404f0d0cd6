import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { answer, client } from '../../api/client.js';
import type { AuditEvent } from '../../api/types.js';
import { LoadError } from '../../components/load-error.js';
import { Page } from '../../components/page.js';
import { localTime } from '../../period/local-time.js';

/** The auditor's page: who did what, newest first. */
export function AuditPage() {
  const { t } = useTranslation();
  const events = useInfiniteQuery({
    queryKey: ['audit-events'],
    queryFn: ({ pageParam, signal }) =>
      answer(client.GET('/audit-events', { params: { query: { limit: 100, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
  return (
    <Page title={t('audit.title')}>
      {events.error && <LoadError error={events.error} onRetry={() => void events.refetch()} />}
      <Table<AuditEvent>
        rowKey="position"
        size="small"
        loading={events.isPending}
        pagination={false}
        scroll={{ x: 'max-content' }}
        dataSource={events.data?.pages.flatMap(({ items }) => items)}
        columns={[
          { title: '#', dataIndex: 'position', align: 'right', className: 'number' },
          { title: t('audit.at'), key: 'at', className: 'one-line', render: (_, { at }) => localTime(at, 'medium') },
          { title: t('audit.actor'), dataIndex: 'actor' },
          { title: t('audit.action'), dataIndex: 'action' },
          { title: t('audit.subject'), dataIndex: 'subjectId' },
          { title: t('audit.reason'), dataIndex: 'reason' },
        ]}
        expandable={{
          rowExpandable: ({ before, after }) => before !== null || after !== null,
          expandedRowRender: ({ before, after }) => (
            <pre className="small">{JSON.stringify({ before, after }, null, 2)}</pre>
          ),
        }}
      />
      {events.hasNextPage && (
        <Button
          style={{ marginTop: 12 }}
          loading={events.isFetchingNextPage}
          onClick={() => void events.fetchNextPage()}
        >
          {t('audit.more')}
        </Button>
      )}
    </Page>
  );
}
