import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** What people are called, and where mails about their account and the installation go. */
export function NameFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item label={t('users.name')} name="displayName" rules={[{ required: true, whitespace: true }]}>
        <Input autoComplete="off" maxLength={100} />
      </Form.Item>
      <Form.Item
        label={t('users.email')}
        name="email"
        extra={t('users.emailUse')}
        validateTrigger="onBlur"
        normalize={(typed: string) => (typed.trim() === '' ? null : typed)}
        rules={[{ type: 'email', message: t('users.emailUnfit') }]}
      >
        <Input autoComplete="off" inputMode="email" maxLength={254} />
      </Form.Item>
    </>
  );
}
