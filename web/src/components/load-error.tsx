import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error.js';

/** What went wrong, the number under which the log has it, and a way to go on. */
export function LoadError({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const id = error instanceof ApiError ? error.correlationId : null;
  return (
    <Alert
      type="error"
      showIcon
      title={t('error.title')}
      description={`${error.message}${id ? ` ${t('error.correlation', { id })}` : ''}`}
      action={<Button onClick={onRetry}>{t('error.retry')}</Button>}
    />
  );
}
