import { Alert, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDepartments, useSaveDepartment } from '../../api/organisation.js';

interface DepartmentFormProps {
  /** null: a new one. */
  readonly department: {
    readonly id: string;
    readonly name: string;
    readonly parentId: string | null;
    readonly version: number;
  } | null;
  /** With the id of what was saved. */
  readonly onClose: (id: string | null) => void;
}

export function DepartmentForm({ department, onClose }: DepartmentFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name: string; parentId?: string | null }>();
  const save = useSaveDepartment();
  const others = (useDepartments().data?.items ?? []).filter(({ id }) => id !== department?.id);
  return (
    <Modal
      open
      title={t(department ? 'organisation.editDepartment' : 'organisation.addDepartment')}
      okText={t('organisation.save')}
      confirmLoading={save.isPending}
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
        initialValues={{ name: department?.name, parentId: department?.parentId }}
        onFinish={({ name, parentId }) => {
          const kept = department ? { id: department.id, version: department.version } : {};
          save.mutate(
            { ...kept, name: name.trim(), parentId: parentId ?? null },
            {
              onSuccess: ({ id }) => {
                onClose(id);
              },
            },
          );
        }}
      >
        {save.error && <Alert type="error" showIcon role="alert" title={save.error.message} />}
        <Form.Item name="name" label={t('organisation.departmentName')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        {others.length > 0 && (
          <Form.Item name="parentId" label={t('organisation.parent')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        )}
      </Form>
    </Modal>
  );
}
