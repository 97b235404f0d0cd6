import { Alert, Button, Form } from 'antd';
import { type ReactNode, useState } from 'react';
import { sayAtFields } from './field-problems.js';

export interface SentFormProps<Given> {
  /** Told what was given, and whom to tell what was refused of it. */
  readonly onGiven: (given: Given, onError: (error: Error) => void) => void;
  /** Of the button. */
  readonly send: string;
  readonly pending: boolean;
  readonly initialValues?: Partial<Given>;
  /** Where several such forms stand on a page: of the ids of the fields. */
  readonly name?: string;
  readonly children: ReactNode;
}

/** A few fields and one button; what is refused is said at its field, or above them all. */
export function SentForm<Given extends object>({
  onGiven,
  send,
  pending,
  initialValues,
  name,
  children,
}: SentFormProps<Given>) {
  const [form] = Form.useForm<Given>();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <Form<Given>
      form={form}
      name={name}
      layout="vertical"
      requiredMark={false}
      initialValues={initialValues}
      onFinish={(given) => {
        setProblem(null);
        onGiven(given, (error) => {
          setProblem(sayAtFields(form, error, (parts) => parts));
        });
      }}
    >
      {problem !== null && <Alert type="error" showIcon role="alert" title={problem} style={{ marginBottom: 12 }} />}
      {children}
      <Button type="primary" htmlType="submit" loading={pending}>
        {send}
      </Button>
    </Form>
  );
}
