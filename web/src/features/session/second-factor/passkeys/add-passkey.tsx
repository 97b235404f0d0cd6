import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddPasskey } from '../../../../api/passkeys.js';
import { sayAtFields } from '../../../../components/field-problems.js';
import { RecoveryCodes } from '../recovery-codes.js';
import { PasskeyName } from './passkey-name.js';

interface Given {
  readonly name: string;
  readonly current?: string;
}

/** A name and the password again, then the browser asks; then the recovery codes, with the first factor. */
export function AddPasskey({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const add = useAddPasskey();
  const [problem, setProblem] = useState<string | null>(null);
  if (add.data && add.data.recoveryCodes.length > 0)
    return <RecoveryCodes codes={add.data.recoveryCodes} onKept={onDone} />;
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(given) => {
        setProblem(null);
        add.mutate(given, {
          onError: (error) => {
            setProblem(sayAtFields(form, error, (parts) => parts));
          },
          onSuccess: ({ recoveryCodes }) => {
            if (recoveryCodes.length === 0) onDone();
          },
        });
      }}
    >
      <p className="muted">{t('factor.passkeyHow')}</p>
      {problem !== null && <Alert type="error" showIcon role="alert" title={problem} style={{ marginBottom: 12 }} />}
      <PasskeyName />
      <Form.Item label={t('factor.current')} name="current">
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={add.isPending}>
        {t('factor.passkeyAdd')}
      </Button>
    </Form>
  );
}
