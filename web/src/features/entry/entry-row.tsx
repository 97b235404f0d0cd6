import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../src/domain/domain-error.js';
import { owesMonth } from '../../../../src/domain/due.js';
import { addMonths } from '../../../../src/domain/month.js';
import type { Policy } from '../../../../src/domain/policy.js';
import type { IndicatorMonths } from '../../api/types.js';
import { Evidence } from '../evidence/evidence.js';
import { printedTarget } from '../scoring/indicator-row.js';
import { describeEntry } from './describe-entry.js';
import { EntryCell } from './entry-cell.js';
import { cellsOf, contentOf, plainNumber } from './entry-content.js';
import { EntryRemarks } from './entry-remarks.js';
import { EntryState } from './entry-state.js';
import { ReturnReason } from './return-reason.js';
import { LiveScore } from './live-score.js';
import { useEntry } from './use-entry.js';

/** Fills the cells of a row from a column on, as pasting does. */
export type FillRow = (column: number, texts: readonly string[]) => void;

interface EntryRowProps {
  readonly indicator: IndicatorMonths;
  readonly month: string;
  readonly policy: Policy;
  readonly row: number;
  /** Called with what pasting needs, and with null when the row goes. */
  readonly onFill: (row: number, fill: FillRow | null) => void;
}

export function EntryRow({ indicator, month, policy, row, onFill }: EntryRowProps) {
  const { t, i18n } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const hand = useEntry(indicator, month, policy);
  const { entry, content, problems } = hand;
  const isLocked = entry?.status === 'submitted' || entry?.status === 'approved';
  const before = indicator.entries.find((candidate) => candidate.month === addMonths(month, -1));
  const target = printedTarget(indicator, i18n.language as Language);
  const lastMonth = before ? describeEntry(contentOf(before), t) : '—';
  const cells = cellsOf(indicator);
  const remarks = content.deviationReason ?? content.correctiveMeasure ?? content.note ?? null;
  return (
    <>
      <tr
        ref={(element) => {
          const fill: FillRow = (column, texts) => {
            const places = cells.slice(column).map((field, index) => [field, plainNumber(texts[index] ?? '')] as const);
            hand.change(Object.fromEntries(places.slice(0, texts.length)));
          };
          onFill(row, element && !isLocked ? fill : null);
        }}
      >
        <th scope="row">
          {indicator.name}
          <div className="muted small">
            {[indicator.section?.name ?? t('table.unowned'), indicator.level2].join(' · ')}
          </div>
          <div className="muted small narrow-only">
            {target} · {t('entry.before')} {lastMonth}
          </div>
        </th>
        <td className="number wide-only">{target}</td>
        <td className="number wide-only">{lastMonth}</td>
        <td>
          <div className="entry-cells">
            {cells.map((field, column) => (
              <EntryCell
                key={field}
                field={field}
                label={indicator.name}
                value={content[field] as string | null}
                disabled={isLocked || content.notApplicable}
                invalid={problems.some(({ pointer }) => pointer === `/${field}`)}
                row={row}
                column={column}
                onChange={(value) => {
                  hand.change({ [field]: value });
                }}
              />
            ))}
            <span className="muted">{indicator.aggregation === 'ratio' ? '' : indicator.unit}</span>
          </div>
        </td>
        <td className="number small">
          <LiveScore indicator={indicator} month={month} content={content} policy={policy} />
        </td>
        <td className="entry-state">
          <EntryState hand={hand} due={owesMonth(indicator, month)} />
        </td>
        <td>
          <Button
            size="small"
            aria-expanded={isOpen}
            onClick={() => {
              setOpen(!isOpen);
            }}
          >
            {remarks === null ? t('entry.remarks') : t('entry.remarksGiven')}
          </Button>
        </td>
      </tr>
      {isOpen && (
        <tr>
          <td colSpan={7}>
            {entry?.status === 'returned' && <ReturnReason indicatorId={indicator.id} month={month} />}
            <EntryRemarks hand={hand} disabled={isLocked} />
            <h4 className="entry-evidence">{t('evidence.title')}</h4>
            <Evidence indicatorId={indicator.id} month={month} editable={!isLocked} />
          </td>
        </tr>
      )}
    </>
  );
}
