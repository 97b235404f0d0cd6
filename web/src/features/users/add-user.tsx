import { Alert, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type NewUser, useCreateUser } from '../../api/users.js';
import { sayAtFields } from '../../components/field-problems.js';
import { CurrentPassword } from '../shown/confirming/current-password.js';
import type { IssuedPassword } from './one-time-password.js';
import { NameFields } from './name-fields.js';
import { RoleFields } from './role-fields.js';

/** As the service takes them. */
const USERNAME = /^[a-z0-9][a-z0-9._-]{1,59}$/;

export function AddUser({ onClose }: { readonly onClose: (created: IssuedPassword | null) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<NewUser>();
  const create = useCreateUser();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Modal
      open
      title={t('users.add')}
      okText={t('users.add')}
      confirmLoading={create.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={() => {
        onClose(null);
      }}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={(user) => {
          setProblem(null);
          create.mutate(user, {
            onError: (error) => {
              setProblem(sayAtFields(form, error, (parts) => parts));
            },
            onSuccess: ({ password }) => {
              onClose(password === null ? null : { username: user.username, password });
            },
          });
        }}
      >
        {problem && <Alert type="error" showIcon role="alert" title={problem} style={{ marginBottom: 12 }} />}
        <Form.Item
          label={t('users.username')}
          name="username"
          extra={t('users.usernameRule')}
          validateTrigger="onBlur"
          rules={[{ required: true }, { pattern: USERNAME, message: t('users.usernameUnfit') }]}
        >
          <Input autoComplete="off" autoCapitalize="none" placeholder="wang.xin" />
        </Form.Item>
        <NameFields />
        <RoleFields form={form} />
        <CurrentPassword />
      </Form>
    </Modal>
  );
}
