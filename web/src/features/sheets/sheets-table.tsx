import { Empty, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { PAGE_LENGTH, type TableOrder } from '../../api/scores.js';
import type { ScoreHeadline } from '../../api/types.js';
import { useIsWide } from '../../components/use-is-wide.js';
import { useSheetColumns } from './use-sheet-columns.js';

interface SheetsTableProps {
  readonly lines: readonly ScoreHeadline[];
  /** On all pages. */
  readonly total: number;
  readonly asked: { readonly page: number; readonly order: TableOrder; readonly search?: string };
  readonly choose: (changes: Readonly<Record<string, string | undefined>>) => void;
}

export function SheetsTable({ lines, total, asked: { page, order, search }, choose }: SheetsTableProps) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const columns = useSheetColumns(order);
  if (total === 0) return <Empty description={t(search === undefined ? 'shown.noSheets' : 'sheets.noneFound')} />;
  return (
    <div className="panel flush">
      <Table<ScoreHeadline>
        rowKey="sheetId"
        size="small"
        pagination={total > PAGE_LENGTH && { current: page, pageSize: PAGE_LENGTH, total, showSizeChanger: false }}
        scroll={isWide ? { x: 760 } : {}}
        dataSource={[...lines]}
        columns={columns}
        onChange={({ current = 1 }, _, sorted) => {
          const by = Array.isArray(sorted) ? undefined : orderOf(sorted.columnKey, sorted.order);
          if ((by ?? 'name') === order) choose({ page: current > 1 ? String(current) : undefined });
          else choose({ order: by });
        }}
      />
    </div>
  );
}

/** Of points the most come first, of names the first in the alphabet. */
function orderOf(key: unknown, order: 'ascend' | 'descend' | null | undefined): string | undefined {
  if (!order) return undefined;
  const isName = key === 'name';
  const by = String(key);
  return isName === (order === 'ascend') ? by : `-${by}`;
}
