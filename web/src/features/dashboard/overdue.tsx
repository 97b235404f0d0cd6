import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { yearOf } from '../../../../src/domain/month.js';
import { useIndicatorMonths } from '../../api/progress.js';
import { Loaded } from '../../components/loaded.js';
import { missingMonths } from '../progress/missing-months.js';

interface OverdueProps {
  readonly month: string;
  readonly isShown: (sheet: { departmentId: string; project: string | null }) => boolean;
}

/** Indicators with months that nobody has entered, most of them first. */
export function Overdue({ month, isShown }: OverdueProps) {
  const { t } = useTranslation();
  const months = useIndicatorMonths(yearOf(month), 'all');
  return (
    <Loaded queries={{ months }}>
      {({ months: { items } }) => {
        const rows = items
          .filter(({ department, sheet }) => isShown({ departmentId: department.id, project: sheet.project }))
          .map((indicator) => ({ indicator, missing: missingMonths(indicator, month) }))
          .filter(({ missing }) => missing.length > 0)
          .sort((a, b) => b.missing.length - a.missing.length);
        return (
          <Table
            size="small"
            rowKey={({ indicator }) => indicator.id}
            dataSource={rows}
            locale={{ emptyText: t('dashboard.nothingOverdue') }}
            pagination={rows.length > 10 && { pageSize: 10, showSizeChanger: false, size: 'small' }}
            scroll={{ x: 'max-content' }}
            columns={[
              {
                title: t('table.indicator'),
                key: 'name',
                render: (_, { indicator }) => <Link to={`/indicators/${indicator.id}`}>{indicator.name}</Link>,
              },
              {
                title: t('users.department'),
                key: 'department',
                render: (_, { indicator }) => indicator.department.name,
              },
              {
                title: t('users.sections'),
                key: 'section',
                render: (_, { indicator }) => indicator.section?.name ?? t('table.unowned'),
              },
              { title: t('dashboard.months'), key: 'months', render: (_, { missing }) => missing.join(' ') },
            ]}
          />
        );
      }}
    </Loaded>
  );
}
