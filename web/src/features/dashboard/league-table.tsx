import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { exact, fixed } from '../../../../src/domain/exact.js';
import { decimal } from '../../components/decimal.js';
import { RatingTag } from '../../components/rating-tag.js';
import type { Standing } from './standings.js';

export function LeagueTable({ standings, month }: { readonly standings: readonly Standing[]; readonly month: string }) {
  const { t } = useTranslation();
  const number = { align: 'right', className: 'number' } as const;
  return (
    <Table<Standing>
      size="small"
      rowKey={({ sheet }) => sheet.id}
      dataSource={[...standings]}
      pagination={standings.length > 15 && { pageSize: 15, showSizeChanger: false, size: 'small' }}
      columns={[
        {
          title: '#',
          key: 'rank',
          ...number,
          responsive: ['sm'],
          render: (_, standing) => standings.indexOf(standing) + 1,
        },
        {
          title: t('sheet.name'),
          key: 'sheet',
          render: (_, { sheet }) => (
            <>
              <Link to={`/sheets/${sheet.id}?month=${month}`}>{sheet.project ?? t('sheet.department')}</Link>
              <div className="muted small">{sheet.department.name}</div>
            </>
          ),
        },
        {
          title: t('table.score'),
          key: 'score',
          ...number,
          render: (_, { now }) => (
            <>
              <strong>{now?.normalised ?? '—'}</strong>
              {now && <div className="muted small">{t('sheet.points', { raw: now.raw, max: decimal(now.max) })}</div>}
            </>
          ),
        },
        { title: t('sheet.rating'), key: 'rating', render: (_, { now }) => <RatingTag rating={now?.rating ?? null} /> },
        {
          title: t('dashboard.change'),
          key: 'change',
          ...number,
          responsive: ['sm'],
          render: (_, standing) => change(standing),
        },
      ]}
    />
  );
}

function change({ now, before }: Standing): string {
  if (now?.normalised == null || before?.normalised == null) return '—';
  const difference = exact(now.normalised).sub(exact(before.normalised));
  return difference.gt(exact('0')) ? `+${fixed(difference, 2)}` : fixed(difference, 2);
}
