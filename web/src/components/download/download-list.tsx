import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../api/api-error.js';
import './downloads.css';

export interface Download {
  readonly href: string;
  /** From 0 to 1; null: not known. */
  readonly share: number | null;
  /** Why it was not saved; null: it is under way. */
  readonly error: Error | null;
}

interface DownloadListProps {
  readonly downloads: readonly Download[];
  readonly onRetry: (href: string) => void;
  readonly onForget: (href: string) => void;
}

/** What takes more than a moment, with how far it is and a way to stop it; what failed, in words. */
export function DownloadList({ downloads, onRetry, onForget }: DownloadListProps) {
  const { t } = useTranslation();
  return (
    <div className="downloads no-print">
      {downloads.map(({ href, share, error }) =>
        error ? (
          <Alert
            key={href}
            type="error"
            showIcon
            role="alert"
            title={t('download.failed')}
            description={wordsOf(error, (id) => t('error.correlation', { id }))}
            action={
              <Button
                size="small"
                onClick={() => {
                  onRetry(href);
                }}
              >
                {t('error.retry')}
              </Button>
            }
            closable={{
              onClose: () => {
                onForget(href);
              },
            }}
          />
        ) : (
          <Alert
            key={href}
            className="download-under-way"
            type="info"
            role="status"
            title={
              share === null ? t('download.underWay') : t('download.howFar', { percent: Math.floor(share * PERCENT) })
            }
            action={
              <Button
                size="small"
                onClick={() => {
                  onForget(href);
                }}
              >
                {t('download.cancel')}
              </Button>
            }
          />
        ),
      )}
    </div>
  );
}

const PERCENT = 100;

function wordsOf(error: Error, withNumber: (id: string) => string): string {
  const id = error instanceof ApiError && error.status >= 500 ? error.correlationId : null;
  return id === null ? error.message : `${error.message} ${withNumber(id)}`;
}
