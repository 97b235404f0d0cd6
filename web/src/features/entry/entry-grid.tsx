import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Policy } from '../../../../src/domain/policy.js';
import type { IndicatorMonths } from '../../api/types.js';
import { EntryRow, type FillRow } from './entry-row.js';
import { moveByKey, pastedBlock, placeOf } from './grid-keys.js';

interface EntryGridProps {
  readonly indicators: readonly IndicatorMonths[];
  readonly month: string;
  readonly policies: ReadonlyMap<string, Policy>;
}

/** All indicators of a month on one screen, sheet by sheet, worked with the keyboard as a spreadsheet is. */
export function EntryGrid({ indicators, month, policies }: EntryGridProps) {
  const { t } = useTranslation();
  const rows = useRef(new Map<number, FillRow>());
  const onFill = (row: number, fill: FillRow | null): void => {
    if (fill) rows.current.set(row, fill);
    else rows.current.delete(row);
  };
  return (
    <div
      className="entry-grid"
      onKeyDown={moveByKey}
      onPaste={(event) => {
        const place = placeOf(event.target);
        const block = pastedBlock(event);
        if (!place || !block) return;
        event.preventDefault();
        for (const [index, texts] of block.entries()) rows.current.get(place.row + index)?.(place.column, texts);
      }}
    >
      <table>
        <thead>
          <tr>
            <th scope="col">{t('table.indicator')}</th>
            <th scope="col" className="number wide-only">
              {t('table.target')}
            </th>
            <th scope="col" className="number wide-only">
              {t('entry.before')}
            </th>
            <th scope="col">{month}</th>
            <th scope="col" className="number">
              {t('table.score')}
            </th>
            <th scope="col">{t('detail.status')}</th>
            <th scope="col">{t('detail.remark')}</th>
          </tr>
        </thead>
        {bySheet(indicators).map(([sheetId, members]) => (
          <tbody key={sheetId}>
            <tr>
              <th scope="rowgroup" colSpan={7} className="entry-sheet">
                {members[0]?.indicator.sheet.project ?? t('sheet.department')} · {members[0]?.indicator.department.name}
              </th>
            </tr>
            {members.map(({ indicator, row }) => {
              const policy = policies.get(indicator.sheet.policy);
              return (
                policy && <EntryRow key={`${indicator.id} ${month}`} {...{ indicator, month, policy, row, onFill }} />
              );
            })}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface Member {
  readonly indicator: IndicatorMonths;
  /** Counted over all sheets. */
  readonly row: number;
}

function bySheet(indicators: readonly IndicatorMonths[]): [string, Member[]][] {
  const sheets = new Map<string, Member[]>();
  for (const [row, indicator] of indicators.entries()) {
    const members = sheets.get(indicator.sheet.id);
    if (members) members.push({ indicator, row });
    else sheets.set(indicator.sheet.id, [{ indicator, row }]);
  }
  return [...sheets];
}
