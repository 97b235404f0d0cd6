import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEndTotp } from '../../../api/second-factor.js';
import { sayAtFields } from '../../../components/field-problems.js';
import { CodeField } from './code-field.js';

interface Given {
  readonly current?: string;
  readonly code: string;
}

/** With the password and a code. */
export function EndTotp() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Given>();
  const end = useEndTotp();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(given) => {
        setProblem(null);
        end.mutate(given, {
          onError: (error) => {
            setProblem(sayAtFields(form, error, (parts) => parts));
          },
        });
      }}
    >
      <p className="muted">{t('factor.endHow')}</p>
      {problem !== null && <Alert type="error" showIcon role="alert" title={problem} style={{ marginBottom: 12 }} />}
      <Form.Item label={t('factor.current')} name="current">
        <Input.Password autoComplete="current-password" maxLength={200} />
      </Form.Item>
      <CodeField />
      <Button type="primary" htmlType="submit" loading={end.isPending}>
        {t('factor.end')}
      </Button>
    </Form>
  );
}
