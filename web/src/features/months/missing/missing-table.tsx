import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AskedOfAll, MissingWork } from '../../../api/missing.js';
import { useIsWide, WIDE } from '../../../components/use-is-wide.js';
import { monthName } from '../../../period/month-name.js';
import { MissingPeople } from './missing-people.js';

interface MissingTableProps {
  readonly entries: readonly MissingWork[];
  readonly asked: AskedOfAll;
}

const keyOf = ({ indicatorId, month }: { readonly indicatorId: string; readonly month: string }) =>
  `${indicatorId} ${month}`;

/** Entry by entry, the oldest first; once they were asked for, what became of each. */
export function MissingTable({ entries, asked }: MissingTableProps) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const outcomes = new Map(asked?.entries.map((one) => [keyOf(one), one]));
  return (
    <Table<MissingWork>
      size="small"
      rowKey={keyOf}
      dataSource={[...entries]}
      pagination={entries.length > 12 && { pageSize: 12, size: 'small', showSizeChanger: false }}
      columns={[
        {
          title: t('table.indicator'),
          key: 'indicator',
          render: (_, entry) => (
            <>
              <Link to={`/indicators/${entry.indicatorId}?month=${entry.month}`}>{entry.indicator}</Link>
              <div className="muted small">
                {entry.department} · {entry.section ?? t('table.unowned')}
              </div>
              {!isWide && <MissingPeople entry={entry} outcome={outcomes.get(keyOf(entry))} />}
            </>
          ),
        },
        {
          title: t('table.month'),
          key: 'month',
          className: 'one-line',
          render: (_, { month, state }) => (
            <>
              {monthName(month)}
              <div className="muted small">{t(`months.missingState.${state}`)}</div>
            </>
          ),
        },
        {
          title: t('missing.since'),
          key: 'since',
          align: 'right',
          className: 'one-line',
          render: (_, { dueDate, overdueDays }) => (
            <>
              {overdueDays > 0 ? t('missing.overdue', { count: overdueDays }) : t('missing.notYet')}
              <div className="muted small">{dueDate}</div>
            </>
          ),
        },
        {
          title: t('months.whom'),
          key: 'whom',
          responsive: WIDE,
          render: (_, entry) => <MissingPeople entry={entry} outcome={outcomes.get(keyOf(entry))} />,
        },
      ]}
    />
  );
}
