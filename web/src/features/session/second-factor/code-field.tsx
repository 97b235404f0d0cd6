import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface CodeFieldProps {
  readonly autoFocus?: boolean;
  /** There are no recovery codes yet. */
  readonly isFirst?: boolean;
}

/** Where a code of the authenticator, or a recovery code, is typed. */
export function CodeField({ autoFocus = false, isFirst = false }: CodeFieldProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      label={t('factor.code')}
      name="code"
      extra={isFirst ? undefined : t('factor.codeHint')}
      rules={[{ required: true, message: t('factor.codeMissing') }]}
    >
      <Input
        autoFocus={autoFocus}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
      />
    </Form.Item>
  );
}
