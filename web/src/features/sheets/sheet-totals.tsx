import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { exact, HUNDRED, plain } from '@domain/exact.js';
import { isUnjudged } from '@domain/scoring/unjudged.js';
import type { ScoredSheet, TargetSheet } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';
import { EnterExecution } from './execution/enter-execution.js';
import { hasPublished, Published } from './published.js';

const BEFORE_SCORE = 5;

interface SheetTotalsProps {
  readonly sheet: TargetSheet;
  readonly score: ScoredSheet;
  /** Whether there are columns between the name and the score. */
  readonly isWide: boolean;
}

/** Budget execution beside the targets (双监控), and the sum of the column above. */
export function SheetTotals({ sheet, score, isWide }: SheetTotalsProps) {
  const { t } = useTranslation();
  const { execution, raw, max, published } = score;
  const showsPublished = isWide && hasPublished(score);
  const percent = execution.rate === null ? '' : decimal(plain(exact(execution.rate).mul(HUNDRED)), 2);
  const spent =
    execution.spent === null || execution.budget === null
      ? t('sheets.noExecution')
      : t('sheets.executionHint', {
          spent: decimal(execution.spent),
          budget: decimal(execution.budget),
          rate: percent,
        });
  const hint = (
    <>
      {spent} <EnterExecution sheetId={sheet.id} month={score.asOf} planned={sheet.fundingTotal} />
    </>
  );
  return (
    <Table.Summary>
      <Table.Summary.Row>
        <Table.Summary.Cell index={0}>
          {t('sheets.execution')}
          {!isWide && <div className="muted small">{hint}</div>}
        </Table.Summary.Cell>
        {isWide && (
          <Table.Summary.Cell index={1} className="muted" colSpan={BEFORE_SCORE}>
            {hint}
          </Table.Summary.Cell>
        )}
        <Table.Summary.Cell index={6} className="number" align="right">
          <strong>{execution.score ?? '—'}</strong> / {execution.max}
        </Table.Summary.Cell>
        {showsPublished && (
          <Table.Summary.Cell index={7} className="number" align="right">
            <Published
              actual={published?.executionRate ? `${decimal(published.executionRate)}%` : null}
              score={published?.executionScore ?? null}
              difference={published?.executionDifference ?? null}
            />
          </Table.Summary.Cell>
        )}
      </Table.Summary.Row>
      <Table.Summary.Row>
        <Table.Summary.Cell index={0} colSpan={isWide ? BEFORE_SCORE + 1 : 1}>
          <strong>{t('sheets.total')}</strong>
        </Table.Summary.Cell>
        <Table.Summary.Cell index={6} className="number" align="right">
          <strong>{isUnjudged(score) ? (execution.score ?? '—') : raw}</strong> / {decimal(max)}
        </Table.Summary.Cell>
        {showsPublished && (
          <Table.Summary.Cell index={7} className="number" align="right">
            <Published actual={null} score={published?.total ?? null} difference={published?.difference ?? null} />
          </Table.Summary.Cell>
        )}
      </Table.Summary.Row>
    </Table.Summary>
  );
}
