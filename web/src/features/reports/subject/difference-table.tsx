import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Difference } from '../../../api/reports.js';

/** What two reports say differently, statement by statement. */
export function DifferenceTable({ differences }: { readonly differences: readonly Difference[] }) {
  const { t } = useTranslation();
  if (differences.length === 0) return <p>{t('reports.noDifferences')}</p>;
  return (
    <Table<Difference>
      rowKey={({ sheet, indicator, what, before, after }) => [sheet, indicator, what, before, after].join(' ')}
      size="small"
      pagination={differences.length > 50 && { pageSize: 50, showSizeChanger: false }}
      scroll={{ x: 'max-content' }}
      dataSource={differences}
      columns={[
        {
          title: t('reports.place'),
          key: 'place',
          render: (_, { sheet, indicator }) => [sheet, indicator].filter((name) => name !== null).join(' · ') || '—',
        },
        { title: t('reports.statement'), key: 'what', render: (_, { what }) => what },
        { title: t('reports.before'), key: 'before', render: (_, { before }) => before ?? '—' },
        { title: t('reports.after'), key: 'after', render: (_, { after }) => <strong>{after ?? '—'}</strong> },
      ]}
    />
  );
}
