import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useTokens } from '../../../api/access.js';
import { Loaded } from '../../../components/loaded.js';
import { localTime } from '../../../period/local-time.js';
import { AccessItem } from './access-item.js';
import { EndOwnToken, EndToken } from './end-token.js';

const SCOPES = {
  read: 'access.scopeRead',
  write: 'access.scopeWrite',
  'progress:write': 'access.scopeProgress',
} as const;

interface TokensListProps {
  /** null: mine. */
  readonly userId: string | null;
  /** Below the hint. */
  readonly children?: ReactNode;
}

/** With what somebody's programs come in, and the way to end it. */
export function TokensList({ userId, children }: TokensListProps) {
  const { t } = useTranslation();
  const tokens = useTokens(userId);
  return (
    <section aria-label={t('access.tokens')}>
      <h3>{t('access.tokens')}</h3>
      <p className="muted">{t('access.tokensHint')}</p>
      {children}
      <Loaded queries={{ tokens }}>
        {({ tokens: { items } }) =>
          items.length === 0 ? (
            <p className="muted">{t('access.noTokens')}</p>
          ) : (
            <ul style={{ paddingInlineStart: '1.25em' }}>
              {items.map(({ id, name, scope, expiresAt }) => (
                <AccessItem
                  key={id}
                  title={name}
                  facts={[t(SCOPES[scope]), t('access.expires', { at: localTime(expiresAt) })]}
                >
                  {userId === null ? <EndOwnToken id={id} /> : <EndToken id={id} whose={userId} />}
                </AccessItem>
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  );
}
