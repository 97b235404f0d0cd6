import { Alert, Button, Form } from 'antd';
import { useState } from 'react';
import { type Session, useChangePassword } from '../../api/session.js';
import { sayAtFields } from '../../components/field-problems.js';
import { PasswordFields } from './password-fields.js';

interface Passwords {
  readonly current: string;
  readonly password: string;
  readonly again: string;
}

export interface PasswordFormProps {
  readonly username: string;
  readonly rules: Session['passwordRules'];
  /** Of the button. */
  readonly send: string;
  readonly onDone?: () => void;
}

/** A new password in the place of the present one. */
export function PasswordForm({ username, rules, send, onDone }: PasswordFormProps) {
  const change = useChangePassword();
  const [form] = Form.useForm<Passwords>();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Form
      form={form}
      name="change-password"
      layout="vertical"
      requiredMark={false}
      onFinish={({ current, password }) => {
        setProblem(null);
        const onError = (error: Error): void => {
          setProblem(sayAtFields(form, error, (parts) => parts));
        };
        change.mutate({ current, password }, { onError, onSuccess: onDone });
      }}
    >
      {/* Password managers look for the name beside the password. */}
      <input hidden readOnly autoComplete="username" value={username} />
      {problem && (
        <Form.Item>
          <Alert type="error" showIcon role="alert" title={problem} />
        </Form.Item>
      )}
      <PasswordFields {...rules} />
      <Button type="primary" htmlType="submit" block loading={change.isPending}>
        {send}
      </Button>
    </Form>
  );
}
