import { Button, Progress, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Language } from '@domain/domain-error.js';
import { type Batch, useBatch } from '../../../api/imports.js';
import { Loaded } from '../../../components/loaded.js';
import { Panel } from '../../../components/panel.js';

type Item = Batch['items'][number];

const CLASSES = {
  read: 'light-green',
  known: 'light-green',
  failed: 'light-red',
  reading: 'light-amber',
  waiting: 'muted',
} as const;

interface BatchProgressProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** What has become of each document of an upload; it goes on although the page is closed. */
export function BatchProgress({ id, onClose }: BatchProgressProps) {
  const { t } = useTranslation();
  const close = (
    <Button size="small" onClick={onClose}>
      {t('imports.closeBatch')}
    </Button>
  );
  return (
    <Panel title={t('imports.batch')} tools={close}>
      <Loaded queries={{ batch: useBatch(id) }}>{({ batch }) => <Documents batch={batch} />}</Loaded>
    </Panel>
  );
}

function Documents({ batch: { items, total, done, failed } }: { readonly batch: Batch }) {
  const { t, i18n } = useTranslation();
  const [onlyFailed, setOnlyFailed] = useState(false);
  return (
    <>
      <div className="imports-underway" role="status">
        <span>{t(done < total ? 'imports.batchReading' : 'imports.batchDone', { done, total, failed })}</span>
        <Progress aria-label={t('imports.batch')} percent={Math.floor((done / total) * 100)} size="small" />
        {failed > 0 && (
          <Button
            size="small"
            onClick={() => {
              setOnlyFailed(!onlyFailed);
            }}
          >
            {t(onlyFailed ? 'imports.allDocuments' : 'imports.failedDocuments', { count: failed })}
          </Button>
        )}
      </div>
      <Table<Item>
        rowKey="position"
        size="small"
        pagination={total > 20 && { pageSize: 20, showSizeChanger: false }}
        dataSource={onlyFailed ? items.filter(({ state }) => state === 'failed') : items}
        columns={[
          {
            title: t('imports.document'),
            key: 'name',
            render: (_, { name, importId }) => (importId ? <Link to={`/imports/${importId}`}>{name}</Link> : name),
          },
          {
            title: t('table.status'),
            key: 'state',
            render: (_, { state }) => <span className={CLASSES[state]}>{t(`imports.state.${state}`)}</span>,
          },
          {
            title: t('imports.outcome'),
            key: 'message',
            render: (_, { message }) => message[i18n.language as Language],
          },
        ]}
      />
    </>
  );
}
