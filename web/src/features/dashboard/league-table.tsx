import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { exact, fixed } from '@domain/exact.js';
import { addMonths } from '@domain/calendar/month.js';
import { type ScoresQuery, useBestScores } from '../../api/scores.js';
import type { ScoreHeadline } from '../../api/types.js';
import { decimal, MINUS } from '../../components/decimal.js';
import { Loaded } from '../../components/loaded.js';
import { RatingTag } from '../../components/rating-tag.js';
import { StandingSign } from '../shown/standing-sign.js';
import { useLacks } from './use-lacks.js';

type Standing = ScoreHeadline & { readonly before: string | null };

/** By pace, the best first, each with what is earned of the year and how its pace changed since the month before. */
export function LeagueTable({ sheets }: { readonly sheets: ScoresQuery }) {
  const { t } = useTranslation();
  const queries = {
    now: useBestScores(sheets),
    before: useBestScores({ ...sheets, asOf: addMonths(sheets.asOf, -1) }),
  };
  return (
    <Loaded queries={queries}>
      {({ now, before }) => {
        const scores = new Map(before.items.map(({ sheetId, paceNormalised }) => [sheetId, paceNormalised]));
        return (
          <>
            <Standings items={now.items.map((score) => ({ ...score, before: scores.get(score.sheetId) ?? null }))} />
            {now.nextCursor && <p className="muted small">{t('dashboard.best', { count: now.items.length })}</p>}
          </>
        );
      }}
    </Loaded>
  );
}

function Standings({ items }: { readonly items: readonly Standing[] }) {
  const { t } = useTranslation();
  const lacks = useLacks();
  const number = { align: 'right', className: 'number' } as const;
  return (
    <Table<Standing>
      size="small"
      rowKey="sheetId"
      dataSource={[...items]}
      locale={{ emptyText: t('shown.noSheets') }}
      pagination={items.length > 15 && { pageSize: 15, showSizeChanger: false, size: 'small' }}
      columns={[
        { title: '#', dataIndex: 'rank', ...number, responsive: ['sm'] },
        {
          title: t('table.sheet'),
          key: 'sheet',
          render: (_, { sheetId, asOf, project, department }) => (
            <>
              <Link to={`/sheets/${sheetId}?month=${asOf}`}>{project ?? t('shown.wholeDepartment')}</Link>
              <div className="muted small">{department.name}</div>
            </>
          ),
        },
        {
          title: t('dashboard.pace'),
          key: 'pace',
          ...number,
          render: (_, { paceNormalised }) => <strong>{paceNormalised ?? '—'}</strong>,
        },
        {
          title: t('table.rating'),
          key: 'rating',
          className: 'league-rating',
          render: (_, { paceRating, missing, waiting, unjudged }) =>
            unjudged ? (
              <StandingSign standing="not-begun" light="grey" />
            ) : missing === 0 ? (
              <RatingTag rating={paceRating} />
            ) : (
              <span className="muted small">{lacks({ missing, waiting })}</span>
            ),
        },
        {
          title: t('dashboard.earned'),
          key: 'earned',
          ...number,
          responsive: ['sm'],
          render: (_, { normalised, raw, max, unjudged }) => (
            <>
              {normalised ?? '—'}
              {!unjudged && <div className="muted small">{t('shown.points', { raw, max: decimal(max) })}</div>}
            </>
          ),
        },
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

function change({ paceNormalised, before }: Standing): string {
  if (paceNormalised === null || before === null) return '—';
  const difference = exact(paceNormalised).sub(exact(before));
  return difference.gt(exact('0')) ? `+${fixed(difference, 2)}` : fixed(difference, 2).replace('-', MINUS);
}
