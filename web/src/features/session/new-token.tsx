import { Alert, Button, Form, Input, Select, Space, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type NewToken as NewTokenBody, useCreateToken } from '../../api/access.js';
import { sayAtFields } from '../../components/field-problems.js';
import { CurrentPassword } from '../shown/confirming/current-password.js';

/** A token is made with the password given again, and shown once. One for certain indicators is made by a program. */
export function NewToken() {
  const { t } = useTranslation();
  const [form] = Form.useForm<NewTokenBody>();
  const create = useCreateToken();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <>
      {create.data && (
        <Alert
          type="success"
          showIcon
          title={t('account.tokenOnce')}
          description={
            <Typography.Text copyable code>
              {create.data.token}
            </Typography.Text>
          }
        />
      )}
      {problem !== null && <Alert type="error" showIcon role="alert" title={problem} />}
      <Form<NewTokenBody>
        form={form}
        layout="vertical"
        initialValues={{ scope: 'read' }}
        onFinish={(body) => {
          setProblem(null);
          create.mutate(body, {
            onError: (error) => {
              setProblem(sayAtFields(form, error, (parts) => parts));
            },
            onSuccess: () => {
              form.resetFields();
            },
          });
        }}
      >
        <Space wrap align="start">
          <Form.Item
            label={t('access.name')}
            name="name"
            rules={[{ required: true, message: t('account.nameMissing') }]}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item label={t('access.scope')} name="scope">
            <Select
              style={{ minWidth: 120 }}
              options={[
                { value: 'read', label: t('access.scopeRead') },
                { value: 'write', label: t('access.scopeWrite') },
              ]}
            />
          </Form.Item>
          <CurrentPassword />
          <Form.Item label=" ">
            <Button htmlType="submit" loading={create.isPending}>
              {t('account.newToken')}
            </Button>
          </Form.Item>
        </Space>
      </Form>
    </>
  );
}
