import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** What a form gives beside the rest. */
export interface Confirmed {
  readonly current?: string;
}

/** The password again, before something that outlasts the session; the service knows who has none here. */
export function CurrentPassword({ extra }: { readonly extra?: string }) {
  const { t } = useTranslation();
  return (
    <Form.Item label={t('confirming.current')} name="current" extra={extra}>
      <Input.Password autoComplete="current-password" maxLength={200} />
    </Form.Item>
  );
}
