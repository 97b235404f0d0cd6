import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type ScoresQuery, useScoreSummary } from '../../api/scores.js';
import { Loaded } from '../../components/loaded.js';

/** Sections that owe entries, most of them first. */
export function MissingReports({ sheets }: { readonly sheets: ScoresQuery }) {
  const { t } = useTranslation();
  const summary = useScoreSummary(sheets);
  const number = { align: 'right', className: 'number' } as const;
  return (
    <Loaded queries={{ summary }}>
      {({ summary: { missing } }) => (
        <Table
          size="small"
          rowKey={({ department, section }) => section?.id ?? department.id}
          dataSource={missing}
          locale={{ emptyText: t('dashboard.nothingMissing') }}
          pagination={missing.length > 10 && { pageSize: 10, showSizeChanger: false, size: 'small' }}
          columns={[
            {
              title: t('table.department'),
              key: 'department',
              responsive: ['sm'],
              render: (_, { department }) => (
                <Link to={`/dashboard?department=${department.id}&month=${sheets.asOf}`}>{department.name}</Link>
              ),
            },
            {
              title: t('table.sections'),
              key: 'section',
              render: (_, { section }) => section?.name ?? t('table.unowned'),
            },
            { title: t('dashboard.indicators'), dataIndex: 'indicators', ...number },
            {
              title: t('dashboard.entries'),
              key: 'entries',
              ...number,
              render: (_, { entries, waiting }) => entries - waiting,
            },
            { title: t('dashboard.waiting'), dataIndex: 'waiting', ...number },
          ]}
        />
      )}
    </Loaded>
  );
}
