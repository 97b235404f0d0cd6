import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** By which its owner tells it from others. */
export function PasskeyName() {
  const { t } = useTranslation();
  return (
    <Form.Item
      label={t('factor.passkeyName')}
      name="name"
      extra={t('factor.passkeyNameHint')}
      rules={[{ required: true, whitespace: true, message: t('factor.passkeyNameMissing') }]}
    >
      <Input maxLength={60} autoComplete="off" />
    </Form.Item>
  );
}
