import { Table } from 'antd';
import type { IndicatorMonths, ScoredSheet, TargetSheet } from '../../api/types.js';
import { useIsWide } from '../../components/use-is-wide.js';
import { useIndicatorColumns } from './indicator-columns.js';
import { SheetTotals } from './sheet-totals.js';
import { type TreeRow, treeOf } from './tree-rows.js';

interface IndicatorTreeProps {
  readonly sheet: TargetSheet;
  readonly score: ScoredSheet;
  readonly months: readonly IndicatorMonths[];
}

/** The sheet as it was published, level by level, with what was reached and what it earns. */
export function IndicatorTree({ sheet, score, months }: IndicatorTreeProps) {
  const isWide = useIsWide();
  const columns = useIndicatorColumns(score, months);
  return (
    <Table<TreeRow>
      size="small"
      rowKey="key"
      columns={columns}
      dataSource={treeOf(sheet, score.indicators, score.asOf)}
      pagination={false}
      scroll={isWide ? { x: 'max-content' } : {}}
      rowClassName={({ leaf }) => (leaf ? '' : 'tree-group')}
      expandable={{ defaultExpandAllRows: true, indentSize: 14 }}
      summary={() => <SheetTotals {...{ sheet, score, isWide }} />}
    />
  );
}
