import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMonthGrid } from '../../api/months.js';
import { LoadError } from '../../components/load-error.js';
import { Loading } from '../../components/loading.js';
import { monthName } from '../../period/month-name.js';
import { monthsOf } from '../../period/period.js';
import { MonthCell } from './month-cell.js';
import { MonthDialog } from './month-dialog.js';

interface Chosen {
  readonly departmentId: string;
  readonly month: string;
}

/** Departments down, months across. */
export function MonthGrid({ year, search }: { readonly year: number; readonly search: string | undefined }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useMonthGrid({ year, search });
  if (error && !data) return <LoadError error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={10} />;
  const rows = data.pages.flatMap(({ items }) => items);
  if (rows.length === 0) return <NoDepartments year={year} isSearched={search !== undefined} />;
  const row = rows.find(({ department }) => department.id === chosen?.departmentId);
  const month = row?.months.find((one) => one.month === chosen?.month);
  return (
    <div className="panel">
      <div className="scroll" tabIndex={0} role="region" aria-label={t('months.grid', { year })}>
        <table className="months">
          <thead>
            <tr>
              <th scope="col">{t('table.department')}</th>
              {monthsOf(year).map((one) => (
                <th key={one} scope="col">
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
                      setChosen({ departmentId: department.id, month: one.month });
                    }}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {hasNextPage && (
        <Button style={{ marginTop: 12 }} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('months.more')}
        </Button>
      )}
      {row && month && (
        <MonthDialog
          department={row.department.name}
          month={month}
          onClose={() => {
            setChosen(null);
          }}
        />
      )}
    </div>
  );
}

function NoDepartments({ year, isSearched }: { readonly year: number; readonly isSearched: boolean }) {
  const { t } = useTranslation();
  if (isSearched) return <p>{t('months.noneFound')}</p>;
  return (
    <div className="panel">
      <p>{t('months.none', { year })}</p>
      <Link to="/imports">{t('months.toImports')}</Link>
    </div>
  );
}
