import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { evidenceDownload, type EvidenceFile, useDetachEvidence } from '../../../api/evidence.js';
import { useDownload } from '../../../components/download/use-download.js';
import { localTime } from '../../../period/local-time.js';

interface EvidenceListProps {
  readonly files: readonly EvidenceFile[];
  readonly editable: boolean;
}

/** Every file with a way to look at it, and, while the month is open, to take it away. */
export function EvidenceList({ files, editable }: EvidenceListProps) {
  const { t } = useTranslation();
  const download = useDownload();
  const { mutate: detach, error } = useDetachEvidence();
  if (files.length === 0) return <p className="muted">{t('evidence.none')}</p>;
  return (
    <>
      <ul className="inbox">
        {files.map(({ id, fileName, kind, size, mediaType, addedByName, addedAt }) => (
          <li key={id} className="evidence-file">
            <span>
              <a {...download(evidenceDownload(id))}>{fileName}</a>{' '}
              <span className="muted small">
                {[t(`evidence.kind.${kind}`), sizeText(size), addedByName, localTime(addedAt)].join(' · ')}
              </span>
            </span>
            {mediaType.startsWith('image/') && (
              <img className="evidence-picture" loading="lazy" src={evidenceDownload(id)} alt={fileName} />
            )}
            {editable && (
              <Popconfirm
                title={t('evidence.detachConfirm', { file: fileName })}
                onConfirm={() => {
                  detach(id);
                }}
              >
                <Button size="small" aria-label={t('evidence.detachFile', { file: fileName })}>
                  {t('evidence.detach')}
                </Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {error && (
        <p role="alert" className="entry-wrong">
          {error.message}
        </p>
      )}
    </>
  );
}

const KILOBYTE = 1024;

function sizeText(bytes: number): string {
  const kilobytes = bytes / KILOBYTE;
  return kilobytes < KILOBYTE ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / KILOBYTE).toFixed(1)} MB`;
}
