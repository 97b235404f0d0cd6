import { Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { Link } from 'react-router';
import { monthNumber } from '@domain/month.js';
import type { IndicatorMonths, ScoredIndicator, ScoredSheet, TargetSheet } from '../../api/types.js';
import { toPlot } from '../../components/charts/axes.js';
import { Sparkline } from '../../components/charts/sparkline.js';
import { decimal } from '../../components/decimal.js';
import { LightSign } from '../../components/light-sign.js';
import { useIsWide, WIDE } from '../../components/use-is-wide.js';
import { monthlyValue } from '../shown/monthly-value.js';
import { type IndicatorRow, printedActual, printedTarget } from '../shown/indicator-row.js';
import { PaceCell } from '../shown/pace-cell.js';
import { ScoreCell } from '../shown/score-cell.js';
import { type TreeRow, treeOf } from './tree-rows.js';
import { hasPublished, Published } from './published.js';
import { SheetTotals } from './sheet-totals.js';

interface IndicatorTreeProps {
  readonly sheet: TargetSheet;
  readonly score: ScoredSheet;
  readonly months: readonly IndicatorMonths[];
}

/** The sheet as it was published, level by level, with what was reached and what it earns. */
export function IndicatorTree({ sheet, score, months }: IndicatorTreeProps) {
  const { t, i18n } = useTranslation();
  const isWide = useIsWide();
  const rows = treeOf(sheet, score.indicators);
  const monthsOf = new Map(months.map((indicator) => [indicator.id, indicator]));
  const spark = (id: string, name: string) => {
    const indicator = monthsOf.get(id);
    const values = Array.from({ length: 12 }, (_, place) => {
      const entry = indicator?.entries.find(({ month }) => monthNumber(month) === place + 1);
      return indicator && entry ? toPlot(monthlyValue(indicator, entry)) : null;
    });
    return <Sparkline values={values} label={t('shown.monthlyEntries', { name })} />;
  };
  const target = ({ indicator }: IndicatorRow) => printedTarget(indicator, i18n.language as Language);
  const actual = ({ indicator, score: scored }: IndicatorRow) =>
    printedActual(indicator, scored) ?? <NoValue {...scored} />;
  const number = { align: 'right', className: 'number' } as const;
  const columns: TableColumnsType<TreeRow> = [
    {
      title: t('table.indicator'),
      key: 'name',
      className: 'indicator-name',
      render: (_, { name, leaf }) =>
        leaf ? (
          <span className="leaf">
            <Link to={`/indicators/${leaf.indicator.id}?month=${score.asOf}`}>{name}</Link>{' '}
            {leaf.indicator.weight === '0' && <Tag>{t('sheets.commitment')}</Tag>}
            <div className="muted small">{leaf.indicator.section?.name ?? t('table.unowned')}</div>
            {!isWide && (
              <div className="small">
                {t('table.target')} {target(leaf)} · {actual(leaf)} <LightSign light={leaf.score.pace.light} />
              </div>
            )}
          </span>
        ) : (
          <strong>{name}</strong>
        ),
    },
    {
      title: t('sheets.weight'),
      key: 'weight',
      ...number,
      responsive: WIDE,
      render: (_, { weight }) => decimal(weight),
    },
    {
      title: t('table.target'),
      key: 'target',
      ...number,
      responsive: WIDE,
      render: (_, { leaf }) => leaf && target(leaf),
    },
    {
      title: t('sheets.actual'),
      key: 'actual',
      ...number,
      responsive: WIDE,
      render: (_, { leaf }) => leaf && actual(leaf),
    },
    {
      title: t('sheets.months'),
      key: 'spark',
      responsive: WIDE,
      render: (_, { leaf }) => leaf && spark(leaf.indicator.id, leaf.indicator.name),
    },
    {
      title: t('table.light'),
      key: 'light',
      responsive: WIDE,
      render: (_, { leaf }) => leaf && <PaceCell scored={leaf.score} asOf={score.asOf} />,
    },
    {
      title: t('table.score'),
      key: 'score',
      ...number,
      render: (_, { leaf, score: points, weight }) =>
        leaf ? <ScoreCell score={leaf.score} /> : `${points} / ${decimal(weight)}`,
    },
    ...(hasPublished(score)
      ? [
          {
            title: t('sheets.published'),
            key: 'published',
            ...number,
            responsive: WIDE,
            render: (_: unknown, { leaf }: TreeRow) => leaf?.score.published && <Published {...leaf.score.published} />,
          },
        ]
      : []),
  ];
  return (
    <Table<TreeRow>
      size="small"
      rowKey="key"
      columns={columns}
      dataSource={rows}
      pagination={false}
      scroll={isWide ? { x: 'max-content' } : {}}
      rowClassName={({ leaf }) => (leaf ? '' : 'tree-group')}
      expandable={{ defaultExpandAllRows: true, indentSize: 14 }}
      summary={() => <SheetTotals {...{ sheet, score, isWide }} />}
    />
  );
}

/** Not applicable, not due and not reported are three different things; a grade is no number. */
function NoValue({ status, explanation }: ScoredIndicator) {
  const { t } = useTranslation();
  if (status === 'not-applicable') return <span className="muted">{t('table.notApplicable')}</span>;
  const { grade, coefficient } = explanation.statistics;
  if (status === 'scored' && grade) return <>{`${t(`grade.${grade}`)} ${coefficient ?? ''}`.trim()}</>;
  if (explanation.notes.includes('not-due')) return <span className="muted">{t('sheets.isNotDue')}</span>;
  return <span className="muted">{status === 'nothing-reported' ? t('sheets.nothing') : '—'}</span>;
}
