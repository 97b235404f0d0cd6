import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { yearOf } from '@domain/calendar/month.js';
import { owesMonth, type Owing } from '@domain/entries/due.js';
import type { ProgressEntry } from '../../api/types.js';
import { useIsWide, WIDE } from '../../components/use-is-wide.js';
import { monthName } from '../../period/month-name.js';
import { totalSince } from '../shown/total-since.js';
import { monthsOf } from '../../period/period.js';
import { ReopenEntry } from '../shown/reopen-entry.js';
import { enteredNumber } from './entry-text.js';

interface MonthlyEntriesProps {
  readonly indicator: Owing & { readonly id: string };
  readonly entries: readonly ProgressEntry[];
  readonly asOf: string;
  /** What was approved can be opened again. */
  readonly mayReopen: boolean;
}

interface Row {
  readonly month: string;
  /** null: it is owed, and nobody has entered it. */
  readonly entry: ProgressEntry | null;
}

/** What was entered month by month; a month that is owed and missing has its line, too. */
export function MonthlyEntries({ indicator, entries, asOf, mayReopen }: MonthlyEntriesProps) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const words = (entry: ProgressEntry): string => {
    if (entry.notApplicable) return t('table.notApplicable');
    if (entry.grade !== null) return `${t(`grade.${entry.grade}`)} ${entry.coefficient ?? ''}`;
    return enteredNumber(entry) ?? '—';
  };
  const remarks = (entry: ProgressEntry): string =>
    [entry.notApplicableReason, entry.deviationReason, entry.correctiveMeasure, entry.note].filter(Boolean).join('；');
  return (
    <Table<Row>
      size="small"
      rowKey="month"
      pagination={false}
      dataSource={rowsOf(indicator, entries, asOf)}
      columns={[
        {
          title: t('table.month'),
          key: 'month',
          className: isWide ? 'one-line' : '',
          render: (_, { month }) => [monthName(month), totalSince(indicator, month, t)].filter(Boolean).join(' · '),
        },
        {
          title: t('table.value'),
          key: 'value',
          align: 'right',
          className: 'number',
          render: (_, { entry }) => (entry ? words(entry) : '—'),
        },
        {
          title: t('table.status'),
          key: 'status',
          className: isWide ? 'one-line' : '',
          render: (_, { entry }) => (
            <>
              <span className={entry ? undefined : 'light-amber'}>{t(`status.${entry?.status ?? 'missing'}`)}</span>
              {entry?.late && <div className="muted small">{t('indicator.late')}</div>}
              {!isWide && entry && <div className="muted small">{remarks(entry)}</div>}
            </>
          ),
        },
        {
          title: t('table.remark'),
          key: 'remark',
          responsive: WIDE,
          render: (_, { entry }) => entry && remarks(entry),
        },
        {
          title: '',
          key: 'reopen',
          align: 'right',
          hidden: !mayReopen,
          render: (_, { entry }) =>
            entry?.status === 'approved' && (
              <ReopenEntry key={entry.version} indicatorId={indicator.id} entry={entry} />
            ),
        },
      ]}
    />
  );
}

function rowsOf(indicator: Owing, entries: readonly ProgressEntry[], asOf: string): Row[] {
  const entryOf = new Map(entries.map((entry) => [entry.month, entry]));
  return monthsOf(yearOf(asOf))
    .filter((month) => entryOf.has(month) || (month <= asOf && owesMonth(indicator, month)))
    .map((month) => ({ month, entry: entryOf.get(month) ?? null }));
}
