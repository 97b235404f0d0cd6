import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePagedTargetSheets } from '../../../api/queries.js';
import type { TargetSheetSummary } from '../../../api/types.js';
import { LoadError } from '../../../components/load-error.js';
import { Panel } from '../../../components/panel.js';
import type { ReportChoice } from '../use-report-choice.js';

/** Sheets of the year: from each the way to its form. */
export function SheetChoice({ choice: { kind, period, departmentId, mayIssue } }: { readonly choice: ReportChoice }) {
  const { t } = useTranslation();
  const { year, month } = period;
  const sheets = usePagedTargetSheets({ year, departmentId });
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = sheets;
  if (error) return <LoadError error={error} onRetry={() => void refetch()} />;
  return (
    <Panel title={t(mayIssue ? 'reports.choose' : 'reports.chooseToRead')}>
      <Table<TargetSheetSummary>
        rowKey="id"
        size="small"
        loading={isPending}
        pagination={false}
        locale={{ emptyText: <p className="reports-none">{t('shown.noSheets')}</p> }}
        dataSource={data?.pages.flatMap(({ items }) => items)}
        columns={[
          {
            title: t('table.sheet'),
            key: 'sheet',
            render: (_, { id, project, department }) => {
              const place = new URLSearchParams({ kind, month, department: department.id, sheet: id });
              const name = project ?? t('shown.wholeDepartment');
              return (
                <Link
                  to={`?${place.toString()}`}
                  aria-label={t(mayIssue ? 'reports.previewThis' : 'reports.readThis', { name })}
                >
                  {name}
                </Link>
              );
            },
          },
          { title: t('table.department'), key: 'department', render: (_, { department }) => department.name },
        ]}
      />
      {hasNextPage && (
        <Button style={{ marginTop: 12 }} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('reports.more')}
        </Button>
      )}
    </Panel>
  );
}
