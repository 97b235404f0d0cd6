import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LIGHTS } from '@domain/outlook/light.js';
import { type ScoresQuery, useHeatMap } from '../../api/scores.js';
import type { HeatCell, HeatRow } from '../../api/types.js';
import { LIGHT_SHAPES, STANDING_SHAPES } from '../../components/light-shapes.js';
import { Loaded } from '../../components/loaded.js';
import { monthName } from '../../period/month-name.js';
import { useLacks } from './use-lacks.js';

/**
 * Departments, or the sheets of one, down; months across. The cell tells the pace, and who points at it what is earned.
 * Where entries lack it has no colour: a light is a judgement.
 */
export function HeatMap({ sheets }: { readonly sheets: ScoresQuery }) {
  const { t } = useTranslation();
  const map = useHeatMap(sheets);
  return (
    <Loaded queries={{ map }}>
      {({ map: { months, rows, leftOut } }) => (
        <div className="scroll heat-scroll" tabIndex={0} role="region" aria-label={t('dashboard.heat')} ref={atLatest}>
          <table className="heat">
            <thead>
              <tr>
                <th scope="col">{t(rows[0]?.sheet ? 'table.sheet' : 'table.department')}</th>
                {months.map((month) => (
                  <th key={month} scope="col">
                    {monthName(month, 'short')}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.sheet?.id ?? row.department.id}>
                  <th scope="row">
                    <RowHead {...row} />
                  </th>
                  {months.map((month, place) => (
                    <Cell key={month} cell={row.cells[place] ?? null} to={placeOf(row, month)} />
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {leftOut > 0 && <p className="muted small">{t('dashboard.leftOut', { rows: rows.length, leftOut })}</p>}
          <p className="heat-legend small">
            {LIGHTS.map((light) => (
              <span key={light}>
                <span className={`heat-sample heat-${light}`} aria-hidden>
                  {LIGHT_SHAPES[light]}
                </span>{' '}
                {t(`light.${light}`)}
              </span>
            ))}
            <span>
              <span className="heat-sample heat-open" aria-hidden>
                {NOT_JUDGED}
              </span>{' '}
              {t('shown.notJudged')}
            </span>
          </p>
        </div>
      )}
    </Loaded>
  );
}

/** Neither a light nor the sign of what is not due. */
const NOT_JUDGED = STANDING_SHAPES.missing;
const NOT_BEGUN = STANDING_SHAPES['not-begun'];

/** On a narrow screen the months that count most are in sight first. */
const atLatest = (region: HTMLElement | null): void => {
  if (region) region.scrollLeft = region.scrollWidth;
};

/** Down to the sheets of the department, then to the sheet. */
const placeOf = ({ department, sheet }: HeatRow, month: string): string =>
  sheet ? `/sheets/${sheet.id}?month=${month}` : `/dashboard?department=${department.id}&month=${month}`;

function RowHead({ department, sheet }: HeatRow) {
  const { t } = useTranslation();
  if (!sheet) return department.name;
  return (
    <>
      {sheet.project ?? t('shown.wholeDepartment')}
      <div className="muted small">{department.name}</div>
    </>
  );
}

function Cell({ cell, to }: { readonly cell: HeatCell | null; readonly to: string }) {
  const { t } = useTranslation();
  const lacks = useLacks();
  if (cell?.unjudged)
    return (
      <td className="heat-none">
        {NOT_BEGUN} {t('dashboard.notBegun')}
      </td>
    );
  if (cell?.paceNormalised == null) return <td className="heat-none">—</td>;
  const isJudged = cell.missing === 0;
  const light = isJudged ? t(`light.${cell.light}`) : lacks(cell);
  const earned = t('dashboard.earnedOf', { score: cell.normalised ?? '—' });
  return (
    <td className={isJudged ? `heat-${cell.light}` : 'heat-open'}>
      <Link
        to={to}
        title={isJudged ? earned : `${light} · ${earned}`}
        aria-label={`${cell.paceNormalised} ${light} ${earned}`}
      >
        <span aria-hidden>{isJudged ? LIGHT_SHAPES[cell.light] : NOT_JUDGED}</span> {cell.paceNormalised}
      </Link>
    </td>
  );
}
