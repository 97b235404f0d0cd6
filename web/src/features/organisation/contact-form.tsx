import { Alert, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Contact, type NewContact, type Section, useSaveContact } from '../../api/organisation.js';
import { ContactFields } from './contact-fields.js';

interface ContactFormProps {
  readonly departmentId: string;
  /** null: a new one. */
  readonly contact: Contact | null;
  /** Of a new one. */
  readonly duty?: Contact['duty'];
  readonly sections: readonly Section[];
  readonly onClose: () => void;
}

/** Who is reminded, where, in which language, and as which account. */
export function ContactForm({ departmentId, contact, duty = 'reporter', sections, onClose }: ContactFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Omit<NewContact, 'departmentId'>>();
  const save = useSaveContact();
  return (
    <Modal
      open
      title={contact ? t('organisation.editOf', { name: contact.name }) : t('organisation.addPerson')}
      okText={t('organisation.save')}
      confirmLoading={save.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={contact ?? { duty, language: 'zh' }}
        onFinish={({ phone, sectionId, userId, ...said }) => {
          const kept = contact ? { id: contact.id, version: contact.version } : {};
          const cleared = {
            phone: phone?.trim() ? phone.trim() : null,
            sectionId: sectionId ?? null,
            userId: userId ?? null,
          };
          save.mutate({ ...kept, departmentId, ...said, ...cleared }, { onSuccess: onClose });
        }}
      >
        {save.error && <Alert type="error" showIcon role="alert" title={save.error.message} />}
        <ContactFields
          sections={sections.filter(({ id, disabled }) => !disabled || id === contact?.sectionId)}
          departmentId={departmentId}
        />
      </Form>
    </Modal>
  );
}
