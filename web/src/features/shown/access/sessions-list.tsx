import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEndSession, useEndSessions, useSessions } from '../../../api/access.js';
import { Loaded } from '../../../components/loaded.js';
import { localTime } from '../../../period/local-time.js';
import { ConfirmedButton } from '../confirming/confirmed-button.js';
import { AccessItem } from './access-item.js';

/** Where somebody is signed in, and the way to end it, with one's own password; `userId` null: where I am. */
export function SessionsList({ userId }: { readonly userId: string | null }) {
  const { t } = useTranslation();
  const sessions = useSessions(userId);
  const end = useEndSession(userId);
  const endAll = useEndSessions(userId);
  const isOwn = userId === null;
  return (
    <section aria-label={t('access.sessions')}>
      <h3>{t('access.sessions')}</h3>
      <Loaded queries={{ sessions }}>
        {({ sessions: { items } }) =>
          items.length === 0 ? (
            <p className="muted">{t('access.noSessions')}</p>
          ) : (
            <>
              <ul style={{ paddingInlineStart: '1.25em' }}>
                {items.map(({ id, browser, current, address, createdAt, lastSeenAt }) => (
                  <AccessItem
                    key={id}
                    title={
                      <>
                        {browser ?? t('access.unknownBrowser')}{' '}
                        {current && <Tag color="blue">{t('access.thisOne')}</Tag>}
                      </>
                    }
                    facts={[
                      address && t('access.address', { address }),
                      t('access.begun', { at: localTime(createdAt) }),
                      t('access.seen', { at: localTime(lastSeenAt) }),
                    ]}
                  >
                    {!current && (
                      <ConfirmedButton
                        label={t('access.end')}
                        pending={end.isPending}
                        act={(given, outcome) => {
                          end.mutate({ id, ...given }, outcome);
                        }}
                      >
                        {t('access.endHow')}
                      </ConfirmedButton>
                    )}
                  </AccessItem>
                ))}
              </ul>
              {items.some(({ current }) => !current) && (
                <ConfirmedButton
                  label={t(isOwn ? 'access.endOthers' : 'access.endAll')}
                  pending={endAll.isPending}
                  act={endAll.mutate}
                >
                  {t('access.endAllHow')}
                </ConfirmedButton>
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
