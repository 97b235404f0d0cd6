import { Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ScoredSheet, TargetSheet } from '../../api/types.js';
import { IndicatorDetail } from './indicator-detail.js';
import { type IndicatorRow, printedActual, printedTarget, rowsOf } from './indicator-row.js';
import { PaceCell } from './pace-cell.js';
import { ScoreCell } from './score-cell.js';
import { SheetTotals } from './sheet-totals.js';

/** The sheet as it was published, with what was reached and what it earns; a row opens to say why. */
export function IndicatorTable({ sheet, score }: { readonly sheet: TargetSheet; readonly score: ScoredSheet }) {
  const { t } = useTranslation();
  const columns: TableColumnsType<IndicatorRow> = [
    {
      title: t('table.indicator'),
      key: 'name',
      render: (_, { indicator }) => (
        <>
          {indicator.name} {indicator.weight === '0' && <Tag>{t('table.commitment')}</Tag>}
          <div style={{ color: 'var(--muted)', fontSize: 12 }}>
            {indicator.level1} / {indicator.level2} · {indicator.section?.name ?? t('table.unowned')}
          </div>
        </>
      ),
    },
    {
      title: t('table.target'),
      key: 'target',
      align: 'right',
      className: 'number',
      render: (_, { indicator }) => printedTarget(indicator, t('table.perMonth')),
    },
    {
      title: t('table.actual'),
      key: 'actual',
      align: 'right',
      className: 'number',
      render: (_, { indicator, score: scored }) =>
        printedActual(indicator, scored) ?? <span style={{ color: 'var(--muted)' }}>{absence(scored.status, t)}</span>,
    },
    { title: t('table.light'), key: 'light', render: (_, row) => <PaceCell pace={row.score.pace} /> },
    {
      title: t('table.score'),
      key: 'score',
      align: 'right',
      className: 'number',
      render: (_, row) => <ScoreCell score={row.score} />,
    },
  ];
  return (
    <Table<IndicatorRow>
      size="small"
      rowKey={({ indicator }) => indicator.id}
      columns={columns}
      dataSource={rowsOf(sheet, score.indicators)}
      pagination={false}
      scroll={{ x: 'max-content' }}
      expandable={{
        expandRowByClick: true,
        expandedRowRender: (row) => <IndicatorDetail row={row} asOf={score.asOf} />,
      }}
      summary={() => <SheetTotals score={score} />}
    />
  );
}

function absence(status: string, t: (key: 'table.notApplicable' | 'table.nothing') => string): string {
  if (status === 'not-applicable') return t('table.notApplicable');
  return status === 'nothing-reported' ? t('table.nothing') : '—';
}
