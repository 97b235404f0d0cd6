import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type GridMonth, useMonthGrid } from '../../api/months.js';
import { LoadError } from '../../components/load-error.js';
import { Loading } from '../../components/loading.js';
import { FirstMonth } from './first-month.js';
import { MonthDialog } from './month-dialog.js';
import { firstInNeed } from './month-needs.js';
import { MonthTable } from './month-table.js';

interface Chosen {
  readonly departmentId: string;
  readonly month: string;
}

/** The months of each department; of a single one also what is to be done first. */
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
  const [only] = rows.length === 1 ? rows : [];
  const first = only && firstInNeed(only.months);
  const choose = ({ departmentId, month: one }: GridMonth): void => {
    setChosen({ departmentId, month: one });
  };
  return (
    <div className="stack">
      <div className="panel">
        <MonthTable year={year} rows={rows} onChoose={choose} />
        {hasNextPage && (
          <Button style={{ marginTop: 12 }} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('months.more')}
          </Button>
        )}
      </div>
      {first && (
        <FirstMonth
          month={first}
          onDecide={() => {
            choose(first);
          }}
        />
      )}
      {row && month && (
        <MonthDialog
          key={`${month.departmentId} ${month.month}`}
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
