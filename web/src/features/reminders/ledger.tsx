import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { type LedgerLine, useLedger } from '../../api/reminders.js';
import { LoadError } from '../../components/load-error.js';
import { LedgerFilter } from './ledger-filter.js';
import { Tries } from './tries.js';
import { useLedgerColumns } from './use-ledger-columns.js';
import { useLedgerFilter } from './use-ledger-filter.js';

/** Who was told what, when and why, and what became of the mail; newest first. */
export function Ledger() {
  const { t } = useTranslation();
  const filter = useLedgerFilter();
  const lines = useLedger(filter.asked);
  const columns = useLedgerColumns();
  return (
    <div className="stack">
      <LedgerFilter {...filter} />
      {lines.error && <LoadError error={lines.error} onRetry={() => void lines.refetch()} />}
      <Table<LedgerLine>
        rowKey="id"
        size="small"
        loading={lines.isPending}
        pagination={false}
        locale={{ emptyText: t(filter.isAsked ? 'reminders.noneFound' : 'reminders.noneYet') }}
        dataSource={lines.data?.pages.flatMap(({ items }) => items)}
        columns={columns}
        expandable={{ expandedRowRender: ({ id }) => <Tries id={id} /> }}
      />
      {lines.hasNextPage && (
        <Button loading={lines.isFetchingNextPage} onClick={() => void lines.fetchNextPage()}>
          {t('reminders.earlier')}
        </Button>
      )}
    </div>
  );
}
