import { MAY_HAVE_DEPARTMENT, ROLES } from '@domain/roles.js';
import { Alert, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../api/session.js';
import { useDepartments, useSections } from '../../api/organisation.js';
import { type NewUser, useCreateUser } from '../../api/users.js';
import type { IssuedPassword } from './one-time-password.js';

const BY_NAME = { optionFilterProp: 'label' } as const;

export function AddUser({ onClose }: { readonly onClose: (created: IssuedPassword | null) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<NewUser>();
  const create = useCreateUser();
  const departments = useDepartments();
  const role = Form.useWatch('role', form) as Role | undefined;
  const departmentId = Form.useWatch('departmentId', form) ?? null;
  const sections = useSections(departmentId);
  const options = (items: readonly { id: string; name: string }[] = []) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
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
        initialValues={{ role: 'reporter' }}
        onFinish={(user) => {
          create.mutate(user, {
            onSuccess: ({ password }) => {
              onClose({ username: user.username, password });
            },
          });
        }}
      >
        {create.error && <Alert type="error" showIcon title={create.error.message} style={{ marginBottom: 12 }} />}
        <Form.Item label={t('users.username')} name="username" rules={[{ required: true }]}>
          <Input autoComplete="off" autoCapitalize="none" placeholder="wang.xin" />
        </Form.Item>
        <Form.Item label={t('users.name')} name="displayName" rules={[{ required: true }]}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item label={t('users.role')} name="role">
          <Select options={ROLES.toReversed().map((value) => ({ value, label: t(`role.${value}`) }))} />
        </Form.Item>
        {role && MAY_HAVE_DEPARTMENT.includes(role) && (
          <Form.Item label={t('table.department')} name="departmentId" rules={[{ required: role !== 'viewer' }]}>
            <Select allowClear showSearch={BY_NAME} options={options(departments.data?.items)} />
          </Form.Item>
        )}
        {role === 'reporter' && departmentId && (
          <Form.Item label={t('table.sections')} name="sectionIds">
            <Select mode="multiple" showSearch={BY_NAME} options={options(sections.data?.items)} />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
