import { Empty, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTargetSheets } from '../../api/queries.js';
import { useScores } from '../../api/scores.js';
import type { ScoreHeadline, TargetSheetSummary } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { RatingTag } from '../../components/rating-tag.js';
import { SheetFilter, useSheetFilter } from '../../components/sheet-filter.js';
import { useIsWide, WIDE } from '../../components/use-is-wide.js';
import { PeriodSelect } from '../../period/period-select.js';
import { usePeriod } from '../../period/use-period.js';

type Row = TargetSheetSummary & { readonly score: ScoreHeadline | undefined };

/** All sheets of the scope with their scores. */
export function SheetsPage() {
  const { t } = useTranslation();
  const period = usePeriod();
  const { year, month } = period;
  const { departmentId, kind } = useSheetFilter();
  const filter = { ...(departmentId && { departmentId }), ...(kind && { kind }) };
  const queries = { sheets: useTargetSheets({ year, ...filter }), scores: useScores({ asOf: month, ...filter }) };
  return (
    <Page
      title={t('sheets.title')}
      tools={
        <>
          <SheetFilter />
          <PeriodSelect {...period} />
        </>
      }
    >
      <Loaded queries={queries}>
        {({ sheets, scores }) => {
          const scoreOf = new Map(scores.items.map((score) => [score.sheetId, score]));
          return (
            <SheetList rows={sheets.items.map((sheet) => ({ ...sheet, score: scoreOf.get(sheet.id) }))} month={month} />
          );
        }}
      </Loaded>
    </Page>
  );
}

function SheetList({ rows, month }: { readonly rows: readonly Row[]; readonly month: string }) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  if (rows.length === 0) return <Empty description={t('shown.noSheets')} />;
  return (
    <div className="panel flush">
      <Table<Row>
        rowKey="id"
        size="small"
        pagination={rows.length > 50 && { pageSize: 50, showSizeChanger: false }}
        scroll={isWide ? { x: 760 } : {}}
        dataSource={rows}
        columns={[
          {
            title: t('table.sheet'),
            key: 'name',
            render: (_, { id, project, department }) => (
              <>
                <Link to={`/sheets/${id}?month=${month}`}>{project ?? t('shown.wholeDepartment')}</Link>
                {!isWide && <div className="muted small">{department.name}</div>}
              </>
            ),
          },
          {
            title: t('table.department'),
            key: 'department',
            responsive: WIDE,
            render: (_, { department }) => department.name,
          },
          {
            title: t('sheets.funding'),
            key: 'funding',
            responsive: WIDE,
            align: 'right',
            className: 'number',
            render: (_, { fundingTotal }) => (fundingTotal === null ? '—' : decimal(fundingTotal)),
          },
          {
            title: t('sheets.paceNow'),
            key: 'pace',
            align: 'right',
            className: 'number',
            sorter: (a, b) => Number(a.score?.paceNormalised ?? -1) - Number(b.score?.paceNormalised ?? -1),
            render: (_, { score }) => score && <strong>{score.paceNormalised ?? '—'}</strong>,
          },
          {
            title: t('table.rating'),
            key: 'rating',
            render: (_, { score }) => (
              <>
                {score && score.missing > 0 && !score.unjudged ? (
                  <span className="muted small">{t('shown.notJudged')}</span>
                ) : (
                  <RatingTag rating={score?.paceRating ?? null} />
                )}
                {/* Where its column has no room, it is said all the same. */}
                {!isWide && score && <div className="muted small">{t(stateOf(score))}</div>}
              </>
            ),
          },
          {
            title: t('sheets.raw'),
            key: 'score',
            align: 'right',
            className: 'number',
            responsive: WIDE,
            sorter: (a, b) => Number(a.score?.normalised ?? -1) - Number(b.score?.normalised ?? -1),
            render: (_, { score }) =>
              score && (
                <>
                  {score.normalised ?? '—'}
                  {!score.unjudged && (
                    <div className="muted small">{t('shown.points', { raw: score.raw, max: decimal(score.max) })}</div>
                  )}
                </>
              ),
          },
          {
            title: t('table.status'),
            key: 'state',
            responsive: WIDE,
            render: (_, { score }) => score && t(stateOf(score)),
          },
        ]}
      />
    </div>
  );
}

/** Whether its figures are the last word. */
function stateOf({ unjudged, provisional }: ScoreHeadline): 'sheets.unjudged' | 'sheets.provisional' | 'sheets.final' {
  if (unjudged) return 'sheets.unjudged';
  return provisional ? 'sheets.provisional' : 'sheets.final';
}
