import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ProgressEntry } from '../../api/types.js';
import { monthName } from '../../period/month-name.js';
import { enteredNumber } from './entry-text.js';

export function MonthlyEntries({ entries }: { readonly entries: readonly ProgressEntry[] }) {
  const { t } = useTranslation();
  const words = (entry: ProgressEntry): string => {
    if (entry.notApplicable) return t('table.notApplicable');
    if (entry.grade !== null) return `${t(`grade.${entry.grade}`)} ${entry.coefficient ?? ''}`;
    return enteredNumber(entry) ?? '—';
  };
  const remarks = (entry: ProgressEntry): string =>
    [entry.notApplicableReason, entry.deviationReason, entry.correctiveMeasure, entry.note].filter(Boolean).join('；');
  return (
    <Table<ProgressEntry>
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={entries.toSorted((a, b) => (a.month < b.month ? -1 : 1))}
      columns={[
        { title: t('table.month'), key: 'month', className: 'one-line', render: (_, { month }) => monthName(month) },
        {
          title: t('table.value'),
          key: 'value',
          align: 'right',
          className: 'number',
          render: (_, entry) => words(entry),
        },
        {
          title: t('table.status'),
          key: 'status',
          className: 'one-line',
          render: (_, { status }) => t(`status.${status}`),
        },
        { title: t('table.remark'), key: 'remark', render: (_, entry) => remarks(entry) },
      ]}
    />
  );
}
