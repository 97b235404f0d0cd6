import { Alert, Form, Input, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Section, useChangeSection, useCreateSection } from '../../api/organisation.js';

interface SectionFormProps {
  readonly departmentId: string;
  /** null: a new one. */
  readonly section: Section | null;
  readonly onClose: () => void;
}

export function SectionForm({ departmentId, section, onClose }: SectionFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name: string }>();
  const create = useCreateSection(departmentId);
  const change = useChangeSection();
  const error = create.error ?? change.error;
  return (
    <Modal
      open
      title={section ? t('organisation.editOf', { name: section.name }) : t('organisation.addSection')}
      okText={t('organisation.save')}
      confirmLoading={create.isPending || change.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ name: section?.name }}
        onFinish={({ name }) => {
          const done = { onSuccess: onClose };
          if (section) change.mutate({ section, name: name.trim() }, done);
          else create.mutate(name.trim(), done);
        }}
      >
        {error && <Alert type="error" showIcon role="alert" title={error.message} />}
        <Form.Item name="name" label={t('organisation.sectionName')} rules={[{ required: true, whitespace: true }]}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
