import { MAY_HAVE_DEPARTMENT } from '@domain/roles.js';
import { Alert, Form, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session.js';
import type { User } from '../../api/types.js';
import { type NewUser, type UserChanges, useUpdateUser } from '../../api/users.js';
import { sayAtFields } from '../../components/field-problems.js';
import { CurrentPassword } from '../shown/confirming/current-password.js';
import { NameFields } from './name-fields.js';
import { RoleFields } from './role-fields.js';

type Changeable = Omit<NewUser, 'username'>;

/** Who somebody is and as what they come in; as what one comes in oneself, somebody else decides. */
export function EditUser({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<NewUser>();
  const update = useUpdateUser(user);
  const [problem, setProblem] = useState<string | null>(null);
  const isOwn = useSession().data?.user.id === user.id;
  return (
    <Modal
      open
      title={t('users.editOf', { name: user.displayName })}
      okText={t('users.save')}
      confirmLoading={update.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form<NewUser>
        form={form}
        layout="vertical"
        initialValues={user}
        onFinish={(typed) => {
          setProblem(null);
          update.mutate(changesOf(user, isOwn ? { ...user, ...typed } : typed), {
            onSuccess: onClose,
            onError: (error) => {
              setProblem(sayAtFields(form, error, (parts) => parts));
            },
          });
        }}
      >
        {problem && <Alert type="error" showIcon role="alert" title={problem} style={{ marginBottom: 12 }} />}
        <NameFields />
        {isOwn ? <p className="muted">{t('users.ownPlace')}</p> : <RoleFields form={form} />}
        {!isOwn && <p className="muted">{t('users.placeEndsSessions')}</p>}
        <CurrentPassword />
      </Form>
    </Modal>
  );
}

/** Only what differs: a role or place that is sent ends the sessions of whose it is. */
function changesOf(user: User, typed: Changeable): UserChanges {
  const { displayName, email, role, departmentId, sectionIds, current } = typed;
  const wanted = {
    displayName,
    email: emailOf(email),
    role,
    departmentId: MAY_HAVE_DEPARTMENT.includes(role) ? (departmentId ?? null) : null,
    sectionIds: role === 'reporter' ? (sectionIds ?? []) : [],
  };
  const changed = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(user[name as keyof typeof wanted]),
  );
  return { ...Object.fromEntries(changed), current };
}

/** None, and one of blanks, is no address. */
function emailOf(typed: string | null | undefined): string | null {
  const email = typed?.trim() ?? '';
  return email === '' ? null : email;
}
