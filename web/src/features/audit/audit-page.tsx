import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { auditFile, useAuditEvents } from '../../api/audit.js';
import type { AuditEvent } from '../../api/types.js';
import { useDownload } from '../../components/download/use-download.js';
import { LoadError } from '../../components/load-error.js';
import { Page } from '../../components/page.js';
import { AuditFilter } from './audit-filter.js';
import { Change } from './change.js';
import { useAuditColumns } from './use-audit-columns.js';
import { useAuditFilter } from './use-audit-filter.js';
import './audit.css';

/** The auditor's page: who did what, newest first; sought, and taken away as a table. */
export function AuditPage() {
  const { t } = useTranslation();
  const filter = useAuditFilter();
  const events = useAuditEvents(filter.asked);
  const columns = useAuditColumns();
  const download = useDownload();
  return (
    <Page
      title={t('audit.title')}
      hint={t('audit.hint')}
      tools={<Button {...download(auditFile(filter.asked))}>{t('audit.export')}</Button>}
    >
      <div className="stack">
        <AuditFilter {...filter} />
        {events.error && <LoadError error={events.error} onRetry={() => void events.refetch()} />}
        <Table<AuditEvent>
          rowKey="position"
          size="small"
          loading={events.isPending}
          pagination={false}
          locale={{ emptyText: t('audit.noneFound') }}
          dataSource={events.data?.pages.flatMap(({ items }) => items)}
          columns={columns}
          expandable={{ expandedRowRender: (event) => <Change event={event} /> }}
        />
        {events.hasNextPage && (
          <Button loading={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
            {t('audit.more')}
          </Button>
        )}
      </div>
    </Page>
  );
}
