import { Alert, Button, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type ApiToken, useEndToken, useTokens } from '../../../api/access.js';
import { Loaded } from '../../../components/loaded.js';
import { localTime } from '../../../period/local-time.js';

const SCOPES = {
  read: 'access.scopeRead',
  write: 'access.scopeWrite',
  'progress:write': 'access.scopeProgress',
} as const;

interface TokensTableProps {
  /** null: mine. */
  readonly userId: string | null;
  /** Below the hint. */
  readonly children?: ReactNode;
}

/** With what somebody's programs come in, and the way to end it. */
export function TokensTable({ userId, children }: TokensTableProps) {
  const { t } = useTranslation();
  const tokens = useTokens(userId);
  const end = useEndToken(userId);
  return (
    <section aria-label={t('access.tokens')}>
      <h3>{t('access.tokens')}</h3>
      <p className="muted">{t('access.tokensHint')}</p>
      {children}
      {end.error && <Alert type="error" showIcon role="alert" title={end.error.message} />}
      <Loaded queries={{ tokens }}>
        {({ tokens: { items } }) =>
          items.length === 0 ? (
            <p className="muted">{t('access.noTokens')}</p>
          ) : (
            <Table<ApiToken>
              rowKey="id"
              size="small"
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={items}
              columns={[
                { title: t('access.name'), dataIndex: 'name' },
                { title: t('access.scope'), key: 'scope', render: (_, { scope }) => t(SCOPES[scope]) },
                { title: t('access.expires'), key: 'expires', render: (_, { expiresAt }) => localTime(expiresAt) },
                {
                  title: '',
                  key: 'end',
                  render: (_, { id }) => (
                    <Button
                      size="small"
                      onClick={() => {
                        end.mutate(id);
                      }}
                    >
                      {t('access.end')}
                    </Button>
                  ),
                },
              ]}
            />
          )
        }
      </Loaded>
    </section>
  );
}
