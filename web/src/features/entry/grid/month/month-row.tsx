import { Button } from 'antd';
import { memo, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { addMonths } from '@domain/calendar/month.js';
import type { Policy } from '@domain/policy.js';
import { printedTarget } from '../../../shown/indicator-row.js';
import { describeEntry } from '../../../shown/describe-entry.js';
import { LiveScore } from '../../live-score.js';
import { contentOf } from '../../typed.js';
import { unexplained } from '../../unexplained.js';
import { useStanding } from '../../use-standing.js';
import { entriesOf, gridEntry } from '../grid-entry.js';
import { type GridRow, isSameRow } from '../grid-rows.js';
import { MonthCells } from './month-cells.js';
import { MonthDetails } from './month-details.js';
import { NeedsReasons } from './needs-reasons.js';
import { RowName } from '../row-name.js';
import { StateCell } from '../state-cell.js';

interface MonthRowProps {
  readonly row: GridRow;
  readonly month: string;
  readonly policy: Policy;
}

export const MonthRow = memo(
  DrawnRow,
  (before, now) => isSameRow(before.row, now.row) && before.month === now.month && before.policy === now.policy,
);

function DrawnRow({ row, month, policy }: MonthRowProps) {
  const { t, i18n } = useTranslation();
  const stateId = useId();
  const [isOpen, setOpen] = useState(false);
  const entry = gridEntry(row, month, policy);
  const standing = useStanding(entry);
  const { typed, state } = standing;
  const [indicator] = entry.row.indicators;
  const [before] = entriesOf(row, addMonths(month, -1));
  const target = printedTarget(indicator, i18n.language as Language);
  const lastMonth = before ? describeEntry(contentOf(before), t) : '—';
  const hasRemarks = [typed.deviationReason, typed.correctiveMeasure, typed.note].some((remark) => remark !== null);
  return (
    <>
      <tr role="row" className={`row-${state}`}>
        <th role="rowheader" scope="row" className="row-name">
          <RowName row={row} />
          <div className="muted small">
            {[indicator.section?.name ?? t('table.unowned'), indicator.level2].join(' · ')}
          </div>
          <div className="muted small narrow-only">
            {target} · {t('table.before')} {lastMonth}
          </div>
        </th>
        <td role="cell" className="number wide-only">
          {target}
        </td>
        <td role="cell" className="number wide-only">
          {lastMonth}
        </td>
        <td role="cell" className="row-cells">
          <MonthCells entry={entry} standing={standing} describedBy={stateId} />
        </td>
        <td role="cell" className="number small wide-only">
          <LiveScore entry={entry} typed={typed} policy={policy} />
        </td>
        <td role="cell" className="row-state">
          <StateCell id={stateId} entry={entry} standing={standing} />
          {!standing.hand && unexplained(entry, policy) && (
            <NeedsReasons
              entry={entry}
              onGo={() => {
                setOpen(true);
              }}
            />
          )}
        </td>
        <td role="cell" className="row-more">
          <Button
            size="small"
            aria-expanded={isOpen}
            aria-label={t('entry.remarksOf', { name: indicator.name })}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {t(hasRemarks ? 'entry.remarksGiven' : 'entry.remarks')}
          </Button>
        </td>
      </tr>
      {isOpen && (
        <tr role="row" className="row-details">
          <td role="cell" colSpan={7}>
            <MonthDetails entry={entry} />
          </td>
        </tr>
      )}
    </>
  );
}
