import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { GridMonth, MonthRow } from '../../api/months.js';
import { monthName } from '../../period/month-name.js';
import { monthsOf } from '../../period/period.js';
import { MonthCell } from './month-cell.js';
import { lastBegun } from './month-needs.js';

interface MonthTableProps {
  readonly year: number;
  readonly rows: readonly MonthRow[];
  readonly onChoose: (month: GridMonth) => void;
}

/** Departments down, months across; where not all of them have room it begins with the one that is reported now. */
export function MonthTable({ year, rows, onChoose }: MonthTableProps) {
  const { t } = useTranslation();
  const scroller = useBeginningAt(lastBegun(rows.flatMap(({ months }) => months)));
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={t('months.grid', { year })} ref={scroller}>
      <table className="months">
        <thead>
          <tr>
            <th scope="col">{t('table.department')}</th>
            {monthsOf(year).map((one) => (
              <th key={one} scope="col" data-month={one}>
                {monthName(one, 'short')}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ department, months }) => (
            <tr key={department.id}>
              <th scope="row">{department.name}</th>
              {months.map((one) => (
                <MonthCell
                  key={one.month}
                  department={department.name}
                  month={one}
                  onChoose={() => {
                    onChoose(one);
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Scrolls to a month, beside the names that stay where they are. */
function useBeginningAt(month: string | undefined) {
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const column = scroller.current?.querySelector<HTMLElement>(`[data-month="${month ?? ''}"]`);
    const names = scroller.current?.querySelector<HTMLElement>('th');
    if (scroller.current && column && names) scroller.current.scrollLeft = column.offsetLeft - names.offsetWidth;
  }, [month]);
  return scroller;
}
