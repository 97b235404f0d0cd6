import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/api-error.js';
import { LinkButton } from './link-button.js';

const NOT_FOUND = 404;

/** What went wrong, the number under which the log has it, and a way to go on. */
export function LoadError({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  if (error instanceof ApiError && error.status === NOT_FOUND) {
    return (
      <Alert
        type="info"
        showIcon
        title={error.message}
        description={t('error.gone')}
        action={<LinkButton to="/">{t('error.home')}</LinkButton>}
      />
    );
  }
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
