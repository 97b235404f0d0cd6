import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from './page.js';

interface BrokenPageProps {
  readonly error: Error;
  /** Null: the page has a fault of its own, and only begins anew. */
  readonly onRetry: (() => void) | null;
}

/** What stands there instead of a page that cannot be shown. */
export function BrokenPage({ error, onRetry }: BrokenPageProps) {
  const { t } = useTranslation();
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.focus(); // what had the focus is gone
  }, []);
  const reload = (): void => {
    location.reload();
  };
  return (
    <Page title={t(onRetry ? 'broken.missing' : 'broken.title')}>
      <div ref={notice} tabIndex={-1}>
        <Alert
          type="error"
          showIcon
          title={t(onRetry ? 'broken.missingText' : 'broken.text')}
          description={
            <details>
              <summary>{t('broken.details')}</summary>
              <code>{error.message}</code>
            </details>
          }
          action={
            <Button type="primary" onClick={onRetry ?? reload}>
              {t(onRetry ? 'error.retry' : 'broken.reload')}
            </Button>
          }
        />
      </div>
    </Page>
  );
}
