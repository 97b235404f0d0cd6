import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';

/** The grey shape of what is on its way. */
export function Loading({ rows = 6 }: { readonly rows?: number }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-label={t('loading')}>
      <Skeleton active title={false} paragraph={{ rows }} />
    </div>
  );
}
