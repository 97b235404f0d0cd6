import { MAY_HAVE_DEPARTMENT, ROLES } from '@domain/roles.js';
import { Alert, Form, type FormInstance, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '../../api/organisation.js';
import type { Role } from '../../api/session.js';
import type { NewUser } from '../../api/users.js';
import { SectionChoice } from './section-choice.js';

const BY_NAME = { optionFilterProp: 'label' } as const;

/** As what somebody comes in, and where. Without departments it is the office that comes first. */
export function RoleFields({ form }: { readonly form: FormInstance<NewUser> }) {
  const { t } = useTranslation();
  const departments = useDepartments();
  const role = Form.useWatch('role', form) as Role | undefined;
  const departmentId = Form.useWatch('departmentId', form) ?? null;
  const options = (items: readonly { id: string; name: string }[] = []) =>
    items.map(({ id, name }) => ({ value: id, label: name }));
  if (departments.isPending) return null;
  const isEmpty = departments.data?.items.length === 0;
  return (
    <>
      <Form.Item
        label={t('users.role')}
        name="role"
        initialValue={isEmpty ? 'performance-office' : 'reporter'}
        rules={[{ required: true }]}
      >
        <Select options={ROLES.toReversed().map((value) => ({ value, label: t(`role.${value}`) }))} />
      </Form.Item>
      {isEmpty && <Alert type="info" showIcon title={t('users.noDepartments')} style={{ marginBottom: 12 }} />}
      {role && MAY_HAVE_DEPARTMENT.includes(role) && (
        <Form.Item
          label={t('table.department')}
          name="departmentId"
          rules={[{ required: role !== 'viewer', message: t('users.departmentMissing') }]}
        >
          <Select allowClear showSearch={BY_NAME} options={options(departments.data?.items)} />
        </Form.Item>
      )}
      {role === 'reporter' && departmentId && (
        <SectionChoice key={departmentId} form={form} departmentId={departmentId} />
      )}
    </>
  );
}
