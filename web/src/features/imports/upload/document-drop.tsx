import { InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Progress, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Batch, DocumentImport } from '../../../api/imports.js';
import { useUpload } from './use-upload.js';

/** What the service reads; whatever else is chosen is refused there, in words. */
const KINDS =
  '.pdf,.doc,.docx,.wps,.xls,.xlsx,.et,.csv,.txt,.md,.html,.htm,.mht,.mhtml,.ofd,.odt,.ods,.rtf,.png,.jpg,.jpeg,.zip';

interface DocumentDropProps {
  readonly onDraft: (draft: DocumentImport) => void;
  readonly onBatch: (batch: Batch) => void;
}

/** One document or a hundred, or a zip file of them: dropped or chosen. */
export function DocumentDrop({ onDraft, onBatch }: DocumentDropProps) {
  const { t } = useTranslation();
  const upload = useUpload();
  const send = (files: readonly File[]): void => {
    upload.mutate(files, {
      onSuccess: (answer) => {
        if ('items' in answer) onBatch(answer);
        else onDraft(answer);
      },
    });
  };
  const wasStopped = upload.error?.name === 'AbortError';
  return (
    <>
      <Upload.Dragger
        multiple
        className="imports-drop"
        accept={KINDS}
        showUploadList={false}
        disabled={upload.isPending}
        beforeUpload={(file, files) => {
          if (file === files[0]) send(files);
          return false;
        }}
      >
        <p className="imports-drop-sign">
          <InboxOutlined aria-hidden />
        </p>
        <p>{t('imports.drop')}</p>
        <p className="muted small">{t('imports.kinds')}</p>
      </Upload.Dragger>
      {upload.isPending && (
        <div className="imports-underway" role="status">
          <span>{t(upload.share < 1 ? 'imports.sending' : 'imports.reading')}</span>
          <Progress
            aria-label={t('imports.sending')}
            percent={Math.round(upload.share * 100)}
            size="small"
            status="active"
          />
          <Button size="small" onClick={upload.stop}>
            {t('imports.stop')}
          </Button>
        </div>
      )}
      {upload.error && !wasStopped && (
        <Alert type="error" showIcon className="imports-note" title={upload.error.message} />
      )}
      {wasStopped && <Alert type="info" showIcon className="imports-note" title={t('imports.stopped')} />}
    </>
  );
}
