import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface CodeFieldProps {
  readonly autoFocus?: boolean;
  /** `first`: there are no recovery codes yet; `recovery`: they are all there is. */
  readonly kind?: 'any' | 'first' | 'recovery';
}

/** Where a code of the authenticator, or a recovery code, is typed. */
export function CodeField({ autoFocus = false, kind = 'any' }: CodeFieldProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      label={t(kind === 'recovery' ? 'factor.recoveryCode' : 'factor.code')}
      name="code"
      extra={kind === 'any' ? t('factor.codeHint') : undefined}
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
