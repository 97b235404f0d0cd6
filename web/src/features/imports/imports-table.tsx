import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type ImportState, type ListedImport, useImports } from '../../api/imports.js';
import { listedUpTo } from '../../components/listed.js';
import { LoadError } from '../../components/load-error.js';
import { useIsWide, WIDE } from '../../components/use-is-wide.js';
import { localTime } from '../../period/local-time.js';
import { DoubtCounts } from './doubts/doubt-counts.js';

const MOST_NAMES = 3;

/** Drafts that wait, or what was adopted, newest first. */
export function ImportsTable({ state }: { readonly state: ImportState }) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const { data, error, isPending, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useImports(state);
  if (error) return <LoadError error={error} onRetry={() => void refetch()} />;
  return (
    <>
      <Table<ListedImport>
        rowKey="id"
        size="small"
        loading={isPending}
        pagination={false}
        scroll={isWide ? { x: 'max-content' } : {}}
        locale={{ emptyText: <p className="imports-none">{t(`imports.none.${state}`)}</p> }}
        dataSource={data?.pages.flatMap(({ items }) => items)}
        columns={[
          {
            title: t('imports.document'),
            key: 'document',
            render: (_, { id, fileName, createdAt, createdBy }) => (
              <>
                <Link to={`/imports/${id}`}>{fileName}</Link>
                <div className="muted small">{t('imports.broughtBy', { by: createdBy, at: localTime(createdAt) })}</div>
              </>
            ),
          },
          {
            title: t('imports.printedDepartments'),
            key: 'departments',
            responsive: WIDE,
            render: (_, { summary: { departments } }) => listedUpTo(departments, MOST_NAMES),
          },
          {
            title: t('imports.sheetsAndRows'),
            key: 'sheets',
            responsive: WIDE,
            align: 'right',
            className: 'number',
            render: (_, { summary: { sheets, indicators } }) => `${sheets} / ${indicators}`,
          },
          {
            title: t('imports.openDoubts'),
            key: 'doubts',
            render: (_, { summary: { doubts } }) => <DoubtCounts counts={doubts} />,
          },
          {
            title: t('imports.owners'),
            key: 'owners',
            render: (_, { id, unowned }) =>
              unowned > 0 && (
                <Link to={`/indicators/owners?import=${id}`}>{t('imports.toOwnersOf', { count: unowned })}</Link>
              ),
          },
          ...(state === 'adopted'
            ? [
                {
                  title: t('imports.adoptedAt'),
                  key: 'adopted',
                  render: (_: unknown, { adoptedAt }: ListedImport) => adoptedAt && localTime(adoptedAt),
                },
              ]
            : []),
        ]}
      />
      {hasNextPage && (
        <Button style={{ marginTop: 12 }} loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('imports.more')}
        </Button>
      )}
    </>
  );
}
