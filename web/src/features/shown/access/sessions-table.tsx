import { Alert, Button, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { type ListedSession, useEndSession, useEndSessions, useSessions } from '../../../api/access.js';
import { Loaded } from '../../../components/loaded.js';
import { localTime } from '../../../period/local-time.js';

/** Where somebody is signed in, and the way to end it; `userId` null: where I am. */
export function SessionsTable({ userId }: { readonly userId: string | null }) {
  const { t } = useTranslation();
  const sessions = useSessions(userId);
  const end = useEndSession(userId);
  const endAll = useEndSessions(userId);
  const error = end.error ?? endAll.error;
  return (
    <section aria-label={t('access.sessions')}>
      <h3>{t('access.sessions')}</h3>
      {error && <Alert type="error" showIcon role="alert" title={error.message} />}
      <Loaded queries={{ sessions }}>
        {({ sessions: { items } }) =>
          items.length === 0 ? (
            <p className="muted">{t('access.noSessions')}</p>
          ) : (
            <Table<ListedSession>
              rowKey="id"
              size="small"
              pagination={false}
              scroll={{ x: 'max-content' }}
              dataSource={items}
              columns={[
                {
                  title: t('access.browser'),
                  key: 'browser',
                  render: (_, { browser, current }) => (
                    <>
                      {browser ?? t('access.unknownBrowser')} {current && <Tag color="blue">{t('access.thisOne')}</Tag>}
                    </>
                  ),
                },
                { title: t('access.address'), dataIndex: 'address' },
                { title: t('access.begun'), key: 'begun', render: (_, { createdAt }) => localTime(createdAt) },
                { title: t('access.seen'), key: 'seen', render: (_, { lastSeenAt }) => localTime(lastSeenAt) },
                {
                  title: '',
                  key: 'end',
                  render: (_, { id, current }) =>
                    !current && (
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
              footer={() => (
                <Button
                  size="small"
                  disabled={!items.some(({ current }) => !current)}
                  loading={endAll.isPending}
                  onClick={() => {
                    endAll.mutate(undefined);
                  }}
                >
                  {t(userId === null ? 'access.endOthers' : 'access.endAll')}
                </Button>
              )}
            />
          )
        }
      </Loaded>
    </section>
  );
}
