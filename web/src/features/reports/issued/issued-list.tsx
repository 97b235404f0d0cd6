import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type ReportHeadline, useReports } from '../../../api/reports.js';
import { LoadError } from '../../../components/load-error.js';
import { Panel } from '../../../components/panel.js';
import { useIsWide, WIDE } from '../../../components/use-is-wide.js';
import { monthName } from '../../../period/month-name.js';
import { Downloads } from '../document/downloads.js';
import { useFileOptions } from '../document/file-options.js';
import { useAddress } from '../../../period/use-address.js';
import type { ReportChoice } from '../use-report-choice.js';
import { IssuedBy } from './issued-by.js';

/** Reports of a kind and month that were issued, newest first; from each the way to its preview and versions. */
export function IssuedList({ choice }: { readonly choice: ReportChoice }) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const { options } = useFileOptions();
  const { kind, mayIssue, period } = choice;
  const departmentId = useAddress().address.get('department') ?? undefined; // reports of everything are nobody's alone
  const { month } = period;
  const reports = useReports({ kind, month, departmentId });
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = reports;
  if (error) return <LoadError error={error} onRetry={() => void refetch()} />;
  const place = { kind: t(`reports.kinds.${kind}`), month: monthName(month) };
  return (
    <Panel title={t('reports.issued', place)}>
      <Table<ReportHeadline>
        rowKey="id"
        size="small"
        loading={isPending}
        pagination={false}
        scroll={isWide ? { x: 'max-content' } : {}}
        locale={{
          emptyText: <p className="reports-none">{t(mayIssue ? 'reports.noneYet' : 'reports.noneToRead', place)}</p>,
        }}
        dataSource={data?.pages.flatMap(({ items }) => items)}
        columns={[
          { title: t('reports.of'), key: 'of', render: (_, report) => <Whose report={report} /> },
          {
            title: t('reports.version'),
            key: 'version',
            render: (_, report) => t('reports.versionOf', { version: report.version }),
          },
          {
            title: t('reports.issuedAt'),
            key: 'issued',
            responsive: WIDE,
            render: (_, report) => <IssuedBy report={report} />,
          },
          {
            title: t('reports.download'),
            key: 'download',
            responsive: WIDE,
            render: (_, { id, version }) => <Downloads id={id} version={version} options={options} />,
          },
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

function Whose({ report: { kind, month, departmentId, department, sheetId, project } }: { report: ReportHeadline }) {
  const { t } = useTranslation();
  if (departmentId === null) return t('reports.allDepartments');
  const address = new URLSearchParams({ kind, month, department: departmentId, ...(sheetId && { sheet: sheetId }) });
  const name = sheetId === null ? t('reports.wholeReport') : (project ?? t('shown.wholeDepartment'));
  return (
    <>
      <Link to={`?${address.toString()}`}>{name}</Link>
      <div className="muted small">{department}</div>
    </>
  );
}
