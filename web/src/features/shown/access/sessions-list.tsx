import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useEndSession, useEndSessions, useSessions } from '../../../api/access.js';
import { Loaded } from '../../../components/loaded.js';
import { localTime } from '../../../period/local-time.js';
import { AccessItem } from './access-item.js';
import { EndButton } from './end-button.js';

/** Where somebody is signed in, and the way to end it; `userId` null: where I am, which takes my password. */
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
                    {!current && <EndButton id={id} label={t('access.end')} confirmed={isOwn} end={end} />}
                  </AccessItem>
                ))}
              </ul>
              {items.some(({ current }) => !current) && (
                <EndButton
                  id="all"
                  label={t(isOwn ? 'access.endOthers' : 'access.endAll')}
                  confirmed={isOwn}
                  end={endAll}
                />
              )}
            </>
          )
        }
      </Loaded>
    </section>
  );
}
