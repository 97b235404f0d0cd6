import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { User } from '../../api/types.js';
import { useUsers } from '../../api/users.js';
import { Loaded } from '../../components/loaded.js';
import { Page } from '../../components/page.js';
import { AddUser } from './add-user.js';
import { EndEverybody } from './end-everybody.js';
import { type IssuedPassword, OneTimePassword } from './one-time-password.js';
import { PendingChanges } from './pending-changes.js';
import { UserActions } from './user-actions.js';
import { UsersTable } from './users-table.js';
import { usersNamed } from './users-named.js';

/** The security administrator's page: who may come in, and as what. */
export function UsersPage() {
  const { t } = useTranslation();
  const users = useUsers();
  const [issued, setIssued] = useState<readonly IssuedPassword[]>([]);
  const [isAdding, setAdding] = useState(false);
  const [words, setWords] = useState('');
  // Nobody can look one up again: a second must not take the place of the first, unless it is the same person's.
  const show = (one: IssuedPassword): void => {
    setIssued((shown) => [one, ...shown.filter(({ username }) => username !== one.username)]);
  };
  const actions = (user: User) => <UserActions user={user} onIssued={show} />;
  const tools = (
    <Space wrap>
      <Input
        allowClear
        value={words}
        aria-label={t('users.find')}
        placeholder={t('users.find')}
        onChange={({ target }) => {
          setWords(target.value);
        }}
      />
      <EndEverybody />
      <Button
        type="primary"
        onClick={() => {
          setAdding(true);
        }}
      >
        {t('users.add')}
      </Button>
    </Space>
  );
  return (
    <Page title={t('users.title')} tools={tools}>
      <PendingChanges onIssued={show} />
      {issued.map((one) => (
        <OneTimePassword key={one.username} issued={one} />
      ))}
      <Loaded queries={{ users }}>
        {({ users: { items } }) => <UsersTable users={usersNamed(items, words)} actions={actions} />}
      </Loaded>
      {isAdding && (
        <AddUser
          onClose={(created) => {
            setAdding(false);
            if (created) show(created);
          }}
        />
      )}
    </Page>
  );
}
