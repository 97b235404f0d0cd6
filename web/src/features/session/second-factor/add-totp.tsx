import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBeginTotp, useConfirmTotp } from '../../../api/second-factor.js';
import { sayAtFields } from '../../../components/field-problems.js';
import { CodeField } from './code-field.js';
import { RecoveryCodes } from './recovery-codes.js';
import { TotpKey } from './totp-key.js';

interface Given {
  readonly current?: string;
  readonly code: string;
}

/** The password again, then the key for the app, then its first code, then the recovery codes, with the first factor. */
export function AddTotp({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const begin = useBeginTotp();
  const confirm = useConfirmTotp();
  const [problem, setProblem] = useState<string | null>(null);
  if (confirm.data && confirm.data.recoveryCodes.length > 0)
    return <RecoveryCodes codes={confirm.data.recoveryCodes} onKept={onDone} />;
  const onError = (error: Error): void => {
    setProblem(sayAtFields(form, error, (parts) => parts));
  };
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ current, code }) => {
        setProblem(null);
        if (begin.data) {
          confirm.mutate(
            { code },
            {
              onError,
              onSuccess: ({ recoveryCodes }) => {
                if (recoveryCodes.length === 0) onDone();
              },
            },
          );
        } else begin.mutate({ current }, { onError });
      }}
    >
      {problem !== null && <Alert type="error" showIcon role="alert" title={problem} style={{ marginBottom: 12 }} />}
      {begin.data ? (
        <>
          <TotpKey totp={begin.data} />
          <CodeField autoFocus kind="first" />
        </>
      ) : (
        <Form.Item label={t('factor.current')} name="current">
          <Input.Password autoComplete="current-password" maxLength={200} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={begin.isPending || confirm.isPending}>
        {t(begin.data ? 'factor.confirm' : 'factor.add')}
      </Button>
    </Form>
  );
}
