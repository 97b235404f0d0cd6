import type { UseQueryResult } from '@tanstack/react-query';
import { Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { LoadError } from './load-error.js';

/** What a query answered, or that it is on its way, or what went wrong. */
export function Loaded<T>({
  query,
  children,
}: {
  readonly query: UseQueryResult<T>;
  readonly children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation();
  if (query.error) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined)
    return (
      <Spin description={t('loading')}>
        <div style={{ height: 200 }} />
      </Spin>
    );
  return children(query.data);
}
