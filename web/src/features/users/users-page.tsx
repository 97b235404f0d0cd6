import { Alert, Button, Popconfirm, Space, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignInMethods } from '../../api/session.js';
import type { User } from '../../api/types.js';
import { useDisableUser, useResetPassword, useUsers } from '../../api/users.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { AddUser } from './add-user.js';
import { LinkIdentity } from './link-identity.js';
import { type IssuedPassword, OneTimePassword } from './one-time-password.js';

/** The security administrator's page: who may come in, and as what. */
export function UsersPage() {
  const { t } = useTranslation();
  const users = useUsers();
  const reset = useResetPassword();
  const disable = useDisableUser();
  const [issued, setIssued] = useState<IssuedPassword | null>(null);
  const [isAdding, setAdding] = useState(false);
  const [linking, setLinking] = useState<User | null>(null);
  const methods = useSignInMethods();
  const error = reset.error ?? disable.error;
  const actions = (user: User) => (
    <Space>
      <Popconfirm
        title={t('users.resetConfirm', { name: user.displayName })}
        onConfirm={() => {
          reset.mutate(user, {
            onSuccess: ({ password }) => {
              setIssued({ username: user.username, password });
            },
          });
        }}
      >
        <Button size="small">{t('users.reset')}</Button>
      </Popconfirm>
      <Popconfirm
        title={t(user.disabled ? 'users.enableConfirm' : 'users.disableConfirm', { name: user.displayName })}
        onConfirm={() => {
          disable.mutate(user);
        }}
      >
        <Button size="small">{t(user.disabled ? 'users.enable' : 'users.disable')}</Button>
      </Popconfirm>
      {methods.data?.oidc && (
        <Button
          size="small"
          onClick={() => {
            setLinking(user);
          }}
        >
          {t('users.identity')}
        </Button>
      )}
    </Space>
  );
  return (
    <Page
      title={t('users.title')}
      tools={
        <Button
          type="primary"
          onClick={() => {
            setAdding(true);
          }}
        >
          {t('users.add')}
        </Button>
      }
    >
      {issued && <OneTimePassword issued={issued} />}
      {error && <Alert type="error" showIcon title={error.message} style={{ marginBlock: 12 }} />}
      <Loaded queries={{ users }}>
        {({ users: { items } }) => (
          <Table<User>
            rowKey="id"
            size="small"
            pagination={false}
            scroll={{ x: 'max-content' }}
            dataSource={items}
            columns={[
              { title: t('users.username'), dataIndex: 'username' },
              { title: t('users.name'), dataIndex: 'displayName' },
              { title: t('users.role'), key: 'role', render: (_, { role }) => t(`role.${role}`) },
              {
                title: t('table.status'),
                key: 'status',
                render: (_, { disabled }) => (disabled ? <Tag>{t('users.disabled')}</Tag> : t('users.active')),
              },
              { title: '', key: 'actions', render: (_, user) => actions(user) },
            ]}
          />
        )}
      </Loaded>
      {linking && (
        <LinkIdentity
          user={linking}
          onClose={() => {
            setLinking(null);
          }}
        />
      )}
      {isAdding && (
        <AddUser
          onClose={(created) => {
            setAdding(false);
            if (created) setIssued(created);
          }}
        />
      )}
    </Page>
  );
}
