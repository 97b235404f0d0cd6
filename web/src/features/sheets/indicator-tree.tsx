import { Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { monthNumber } from '../../../../src/domain/month.js';
import type { IndicatorMonths, ScoredSheet, TargetSheet } from '../../api/types.js';
import { toPlot } from '../../components/charts/axes.js';
import { Sparkline } from '../../components/charts/sparkline.js';
import { decimal } from '../../components/decimal.js';
import { monthlyValue } from '../progress/monthly-value.js';
import { printedActual, printedTarget } from '../scoring/indicator-row.js';
import { PaceCell } from '../scoring/pace-cell.js';
import { ScoreCell } from '../scoring/score-cell.js';
import { type TreeRow, treeOf } from './tree-rows.js';
import { SheetTotals } from './sheet-totals.js';

interface IndicatorTreeProps {
  readonly sheet: TargetSheet;
  readonly score: ScoredSheet;
  readonly months: readonly IndicatorMonths[];
}

/** The sheet as it was published, level by level, with what was reached and what it earns. */
export function IndicatorTree({ sheet, score, months }: IndicatorTreeProps) {
  const { t } = useTranslation();
  const rows = treeOf(sheet, score.indicators);
  const entriesOf = new Map(months.map(({ id, entries }) => [id, entries]));
  const spark = (id: string, name: string) => {
    const values = Array.from({ length: 12 }, (_, place) => {
      const entry = entriesOf.get(id)?.find(({ month }) => monthNumber(month) === place + 1);
      return entry ? toPlot(monthlyValue(entry)) : null;
    });
    return <Sparkline values={values} label={t('detail.chart', { name })} />;
  };
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
            {leaf.indicator.weight === '0' && <Tag>{t('table.commitment')}</Tag>}
            <div className="muted small">{leaf.indicator.section?.name ?? t('table.unowned')}</div>
          </span>
        ) : (
          <strong>{name}</strong>
        ),
    },
    { title: t('table.weight'), key: 'weight', ...number, render: (_, { weight }) => decimal(weight) },
    {
      title: t('table.target'),
      key: 'target',
      ...number,
      render: (_, { leaf }) => leaf && printedTarget(leaf.indicator, t('table.perMonth')),
    },
    {
      title: t('table.actual'),
      key: 'actual',
      ...number,
      render: (_, { leaf }) =>
        leaf &&
        (printedActual(leaf.indicator, leaf.score) ?? (
          <span className="muted">
            {leaf.score.status === 'not-applicable'
              ? t('table.notApplicable')
              : leaf.score.status === 'nothing-reported'
                ? t('table.nothing')
                : '—'}
          </span>
        )),
    },
    {
      title: t('sheet.months'),
      key: 'spark',
      render: (_, { leaf }) => leaf && spark(leaf.indicator.id, leaf.indicator.name),
    },
    { title: t('table.light'), key: 'light', render: (_, { leaf }) => leaf && <PaceCell pace={leaf.score.pace} /> },
    {
      title: t('table.score'),
      key: 'score',
      ...number,
      render: (_, { leaf, score: points, weight }) =>
        leaf ? <ScoreCell score={leaf.score} /> : `${points} / ${decimal(weight)}`,
    },
  ];
  return (
    <Table<TreeRow>
      size="small"
      rowKey="key"
      columns={columns}
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowClassName={({ leaf }) => (leaf ? '' : 'tree-group')}
      expandable={{ defaultExpandAllRows: true, indentSize: 14 }}
      summary={() => <SheetTotals sheet={sheet} score={score} />}
    />
  );
}
