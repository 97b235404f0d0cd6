import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Session } from '../../api/session.js';

/** The present password, and the new one twice. */
export function PasswordFields(rules: Session['passwordRules']) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        label={t('session.current')}
        name="current"
        rules={[{ required: true, message: t('session.currentMissing') }]}
      >
        <Input.Password autoFocus autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        label={t('session.new')}
        name="password"
        extra={<PasswordRules {...rules} />}
        rules={[{ required: true, message: t('session.newMissing') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
      <Form.Item
        label={t('session.again')}
        name="again"
        dependencies={['password']}
        rules={[
          { required: true, message: t('session.againMissing') },
          ({ getFieldValue }) => ({
            validator: (_, again) =>
              !again || again === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(t('session.different'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={200} />
      </Form.Item>
    </>
  );
}

/** Before anything is typed, not after it was refused. */
function PasswordRules({ minimumLength, characterClasses }: Session['passwordRules']) {
  const { t } = useTranslation();
  return (
    <>
      {t('session.rules', { length: minimumLength })}{' '}
      {characterClasses > 1 && t('session.rulesClasses', { classes: characterClasses })}
    </>
  );
}
