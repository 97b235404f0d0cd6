import { Alert, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { type JobResult, useJobPreview, useRunJob } from '../../api/system.js';
import { Loaded } from '../../components/loaded.js';
import { didNothing, type JobName, resultText, stepsOf } from './job-words.js';

const MOST_SHOWN = 10;

/** First what a run would do; then, if wanted, the run. */
export function RunJob({ name, onClose }: { readonly name: JobName; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const preview = useJobPreview(name);
  const run = useRunJob(name);
  const isOver = run.isSuccess;
  const result = run.data?.result as JobResult | undefined;
  return (
    <Modal
      open
      title={t('jobs.runOf', { name: t(`jobs.name.${name}`) })}
      okText={t(isOver ? 'jobs.close' : 'jobs.run')}
      okButtonProps={{ disabled: preview.isPending }}
      confirmLoading={run.isPending}
      onOk={() => {
        if (isOver) onClose();
        else run.mutate();
      }}
      onCancel={onClose}
    >
      {run.error && <Alert type="error" showIcon role="alert" title={run.error.message} />}
      {isOver ? (
        <Alert
          type={didNothing(result ?? {}) ? 'info' : 'success'}
          showIcon
          role="status"
          title={resultText(t, name, result ?? {})}
        />
      ) : (
        <Loaded queries={{ preview }}>{({ preview: steps }) => <Steps lines={stepsOf(t, name, steps)} />}</Loaded>
      )}
    </Modal>
  );
}

function Steps({ lines }: { readonly lines: readonly string[] }) {
  const { t } = useTranslation();
  if (lines.length === 0) return <p>{t('jobs.wouldNothing')}</p>;
  return (
    <>
      <p>{t('jobs.would')}</p>
      <ul className="job-steps">
        {lines.slice(0, MOST_SHOWN).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {lines.length > MOST_SHOWN && <p className="muted">{t('jobs.more', { count: lines.length - MOST_SHOWN })}</p>}
    </>
  );
}
