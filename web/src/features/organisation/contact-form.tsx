import { Alert, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import {
  type Contact,
  type NewContact,
  type Section,
  useColleagues,
  useHasRobot,
  useSaveContact,
} from '../../api/organisation.js';

const DUTIES = ['reporter', 'head', 'office'] as const;
const BY_NAME = { optionFilterProp: 'label' } as const;

interface ContactFormProps {
  readonly departmentId: string;
  /** null: a new one. */
  readonly contact: Contact | null;
  readonly sections: readonly Section[];
  readonly onClose: () => void;
}

/** Who is reminded, where, in which language, and as which account. */
export function ContactForm({ departmentId, contact, sections, onClose }: ContactFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Omit<NewContact, 'departmentId'>>();
  const save = useSaveContact();
  const hasRobot = useHasRobot(contact?.id ?? null).data ?? false;
  const colleagues = (useColleagues().data?.items ?? []).filter(
    (one) => one.departmentId === departmentId || one.departmentId === null,
  );
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
        initialValues={contact ?? { duty: 'reporter', language: 'zh' }}
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
        {hasRobot && <p className="muted">{t('organisation.robot')}</p>}
        <div className="organisation-pair">
          <Form.Item name="name" label={t('organisation.name')} rules={[{ required: true, whitespace: true }]}>
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item name="duty" label={t('organisation.duty')}>
            <Select options={DUTIES.map((value) => ({ value, label: t(`organisation.duties.${value}`) }))} />
          </Form.Item>
          <Form.Item
            name="email"
            label={t('organisation.email')}
            rules={[{ required: true, type: 'email', message: t('organisation.emailWrong') }]}
          >
            <Input type="email" autoComplete="off" />
          </Form.Item>
          <Form.Item name="sectionId" label={t('organisation.section')}>
            <Select
              allowClear
              showSearch={BY_NAME}
              placeholder={t('organisation.wholeDepartment')}
              options={sections
                .filter(({ id, disabled }) => !disabled || id === contact?.sectionId)
                .map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item
            name="phone"
            label={t('organisation.phone')}
            rules={[{ pattern: /^[0-9+() -]{3,30}$/, message: t('organisation.phoneWrong') }]}
          >
            <Input type="tel" autoComplete="off" />
          </Form.Item>
          <Form.Item name="language" label={t('organisation.language')}>
            <Select
              options={(['zh', 'en'] as const).map((value) => ({ value, label: t(`organisation.languages.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="userId" label={t('organisation.account')}>
            <Select
              allowClear
              showSearch={BY_NAME}
              placeholder={t('organisation.noAccount')}
              options={colleagues.map(({ id, displayName }) => ({ value: id, label: displayName }))}
            />
          </Form.Item>
        </div>
      </Form>
    </Modal>
  );
}
