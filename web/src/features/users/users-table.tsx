import { Table, Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '../../api/organisation.js';
import type { User } from '../../api/types.js';
import { RefusedMail } from './refused-mail.js';
import { SectionsOf } from './sections-of.js';

interface UsersTableProps {
  readonly users: readonly User[];
  readonly actions: (user: User) => ReactNode;
}

/** Everybody with an account, and whether they may come in. */
export function UsersTable({ users, actions }: UsersTableProps) {
  const { t } = useTranslation();
  const departments = useDepartments().data?.items ?? [];
  return (
    <Table<User>
      rowKey="id"
      size="small"
      pagination={false}
      scroll={{ x: 880 }}
      dataSource={users}
      columns={[
        { title: t('users.username'), dataIndex: 'username' },
        { title: t('users.name'), dataIndex: 'displayName' },
        { title: t('users.role'), key: 'role', render: (_, { role }) => t(`role.${role}`) },
        {
          title: t('table.department'),
          key: 'department',
          render: (_, { departmentId }) => departments.find(({ id }) => id === departmentId)?.name ?? '—',
        },
        { title: t('table.sections'), key: 'sections', render: (_, user) => <SectionsOf user={user} /> },
        {
          title: t('table.status'),
          key: 'status',
          render: (_, user) => (
            <>
              {user.disabled ? <Tag>{t('users.disabled')}</Tag> : t('users.active')}
              <RefusedMail user={user} />
            </>
          ),
        },
        { title: '', key: 'actions', render: (_, user) => actions(user) },
      ]}
    />
  );
}
