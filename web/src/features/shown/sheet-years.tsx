import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { targetSheetOptions, useTargetSheets } from '../../api/queries.js';
import type { TargetSheetSummary } from '../../api/types.js';
import { YearSelect } from '../../period/year-select.js';

interface SheetYearsProps {
  readonly sheet: Pick<TargetSheetSummary, 'id' | 'kind' | 'project' | 'fiscalYear' | 'departmentId'>;
  /** By its name, where it is looked at. */
  readonly indicator?: string;
}

/** The same sheet, or the same indicator of it, in another year; nothing where there is only this one. */
export function SheetYears({ sheet, indicator }: SheetYearsProps) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { kind, departmentId, project, fiscalYear } = sheet;
  const { data } = useTargetSheets({ kind, departmentId });
  const ofYears = new Map(
    (data?.items ?? []).filter((one) => one.project === project).map((one) => [one.fiscalYear, one.id]),
  );
  if (ofYears.size < 2) return null;
  const show = async (year: number): Promise<void> => {
    const id = ofYears.get(year) ?? sheet.id;
    const other = indicator === undefined ? null : await queries.query(targetSheetOptions(id));
    const same = other?.indicators.find(({ name }) => name === indicator);
    await navigate(same ? `/indicators/${same.id}` : `/sheets/${id}`);
  };
  return (
    <YearSelect
      year={fiscalYear}
      years={[...ofYears.keys()].sort((a, b) => b - a)}
      onYear={(year) => {
        void show(year);
      }}
    />
  );
}
