import { Button, Popconfirm, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '../../../api/organisation.js';
import { batchFile, isUnfinished, type ReportBatch, useCancelBatch, useDeleteBatch } from '../../../api/reports.js';
import { useDownload } from '../../../components/download/use-download.js';
import { localTime } from '../../../period/local-time.js';
import { monthName } from '../../../period/month-name.js';
import { FORMAT_NAMES } from '../document/downloads.js';
import { BatchOutcome } from './batch-outcome.js';

/** One batch: what it is of, how far it is, and what can be done with it. */
export function BatchLine({ batch }: { readonly batch: ReportBatch }) {
  const { t } = useTranslation();
  const download = useDownload();
  const { id, kind, month, state, total, done, formats, createdBy, createdAt, showPersonalData, size } = batch;
  const what = { kind: t(`reports.kinds.${kind}`), month: monthName(month), whose: useWhose(batch) };
  const name = t('reports.batch.name', what);
  return (
    <li>
      <strong>{name}</strong>
      <div className="muted small">
        {t('reports.batch.by', { by: createdBy, at: localTime(createdAt) })} ·{' '}
        {formats.map((format) => FORMAT_NAMES[format]).join(' / ')}
        {showPersonalData && ` · ${t('reports.batch.withPeople')}`}
      </div>
      {isUnfinished(batch) ? (
        <div role="status">
          <Progress aria-label={name} percent={Math.floor((done / total) * 100)} size="small" />
          <span className="small">
            {t(`reports.batch.${state === 'waiting' ? 'waiting' : 'working'}`, { done, total })}
          </span>
        </div>
      ) : (
        <BatchOutcome batch={batch} />
      )}
      <div className="reports-batch-tools">
        {size !== null && (
          <Button
            size="small"
            type="primary"
            {...download(batchFile(id))}
            aria-label={t('reports.batch.fetch', { name, size: sizeText(size) })}
          >
            {t('reports.batch.download', { size: sizeText(size) })}
          </Button>
        )}
        {isUnfinished(batch) ? <Cancellation id={id} name={name} /> : <Removal batch={batch} name={name} />}
      </div>
    </li>
  );
}

interface End {
  readonly way: 'cancel' | 'forget' | 'remove';
  readonly name: string;
  readonly isPending: boolean;
  readonly onConfirm: () => void;
}

/** A question of its own, which goes when the batch is finished: who means to cancel never deletes what is done. */
function Cancellation({ id, name }: { readonly id: string; readonly name: string }) {
  const { mutate, isPending } = useCancelBatch();
  return (
    <End
      way="cancel"
      name={name}
      isPending={isPending}
      onConfirm={() => {
        mutate(id);
      }}
    />
  );
}

function Removal({ batch: { id, size }, name }: { readonly batch: ReportBatch; readonly name: string }) {
  const { mutate, isPending } = useDeleteBatch();
  return (
    <End
      way={size === null ? 'forget' : 'remove'}
      name={name}
      isPending={isPending}
      onConfirm={() => {
        mutate(id);
      }}
    />
  );
}

function End({ way, name, isPending, onConfirm }: End) {
  const { t } = useTranslation();
  return (
    <Popconfirm
      title={t(`reports.batch.${way}Sure`)}
      okText={t(`reports.batch.${way}`)}
      cancelText={t('reports.batch.keep')}
      onConfirm={onConfirm}
    >
      <Button size="small" loading={isPending} aria-label={t(`reports.batch.${way}This`, { name })}>
        {t(`reports.batch.${way}`)}
      </Button>
    </Popconfirm>
  );
}

function useWhose({ departments }: ReportBatch): string {
  const { t } = useTranslation();
  const names = new Map(useDepartments().data?.items.map(({ id, name }) => [id, name]));
  if (departments === null) return t('reports.allDepartments');
  const [first = ''] = departments;
  if (departments.length === 1) return names.get(first) ?? t('reports.batch.departments', { count: 1 });
  return t('reports.batch.departments', { count: departments.length });
}

const MEGABYTE = 1_000_000;
const sizeText = (bytes: number): string =>
  bytes < MEGABYTE ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / MEGABYTE).toFixed(1)} MB`;
