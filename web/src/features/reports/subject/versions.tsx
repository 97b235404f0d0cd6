import { Button, Space, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FileOptions, type ReportHeadline, type ReportSubject, useReports } from '../../../api/reports.js';
import { LoadError } from '../../../components/load-error.js';
import { Panel } from '../../../components/panel.js';
import { useIsWide } from '../../../components/use-is-wide.js';
import { Downloads } from '../document/downloads.js';
import { IssuedBy } from '../issued/issued-by.js';
import { scopeOf } from './scope-of.js';
import { type Look, VersionDrawer } from './version-drawer.js';

interface VersionsProps {
  readonly subject: ReportSubject;
  readonly options: FileOptions;
}

/** What was issued for a month, newest first: to be read, fetched, compared with the one before, and checked. */
export function Versions({ subject, options }: VersionsProps) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const [look, setLook] = useState<Look | null>(null);
  const { data, error, isPending, refetch } = useReports(subject, scopeOf(subject));
  if (error) return <LoadError error={error} onRetry={() => void refetch()} />;
  const versions = data?.pages.flatMap(({ items }) => items) ?? [];
  const before = (report: ReportHeadline) => versions[versions.indexOf(report) + 1];
  return (
    <Panel title={t('reports.versions')} className="flush">
      <Table<ReportHeadline>
        rowKey="id"
        size="small"
        loading={isPending}
        pagination={versions.length > 20 && { pageSize: 20, showSizeChanger: false }}
        scroll={isWide ? { x: 'max-content' } : {}}
        locale={{ emptyText: <p className="reports-none">{t('reports.noVersions')}</p> }}
        dataSource={versions}
        columns={[
          { title: t('reports.version'), key: 'version', render: (_, report) => <Version report={report} /> },
          {
            title: t('reports.look'),
            key: 'look',
            render: (_, report) => <Looks report={report} before={before(report)} onLook={setLook} />,
          },
          ...(isWide
            ? [
                {
                  title: t('reports.download'),
                  key: 'download',
                  render: (_: unknown, { id, version }: ReportHeadline) => (
                    <Downloads id={id} version={version} options={options} />
                  ),
                },
              ]
            : []),
        ]}
      />
      <VersionDrawer
        look={look}
        onClose={() => {
          setLook(null);
        }}
      />
    </Panel>
  );
}

function Version({ report }: { readonly report: ReportHeadline }) {
  const { t } = useTranslation();
  return (
    <>
      <strong>{t('reports.versionOf', { version: report.version })}</strong>
      <div className="muted small">
        <IssuedBy report={report} />
      </div>
      {report.reason !== null && <div className="small">{t('reports.because', { reason: report.reason })}</div>}
    </>
  );
}

interface LooksProps {
  readonly report: ReportHeadline;
  readonly before: ReportHeadline | undefined;
  readonly onLook: (look: Look) => void;
}

function Looks({ report, before, onLook }: LooksProps) {
  const { t } = useTranslation();
  const button = (look: Look, text: string) => (
    <Button
      size="small"
      onClick={() => {
        onLook(look);
      }}
    >
      {text}
    </Button>
  );
  return (
    <Space size={6} wrap>
      {button({ kind: 'read', report }, t('reports.read'))}
      {before && button({ kind: 'compare', report, before }, t('reports.compare', { version: before.version }))}
      {button({ kind: 'check', report }, t('reports.check'))}
    </Space>
  );
}
