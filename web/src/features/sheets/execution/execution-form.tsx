import { Alert, Button, Form, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Budget, type SaveBudget, useSaveBudget } from '../../../api/budget.js';
import { ApiError } from '../../../api/api-error.js';
import { decimal } from '../../../components/decimal.js';
import { type ExecutionOf, type Figures, bodyOf, figuresOf, rateOf, SOURCES } from './execution-figures.js';
import './execution.css';

interface ExecutionFormProps extends ExecutionOf {
  readonly stored: Budget | null;
  readonly onSaved: () => void;
}

/** A month's 预算执行; who was second sees what the first one entered, and decides. */
export function ExecutionForm({ sheetId, month, planned, stored, onSaved }: ExecutionFormProps) {
  const { t } = useTranslation();
  const bySource = useId();
  const [form] = Form.useForm<Figures>();
  // Not of what is stored by now: nothing is overwritten that its author was not told of.
  const [version, setVersion] = useState(stored?.version ?? null);
  // What the service asked of exactly these figures; other figures are asked anew.
  const [asked, setAsked] = useState<Asked>([]);
  const save = useSaveBudget(sheetId, month);
  const spent = (Form.useWatch('spent', form) as string | undefined) ?? '';
  const adjustedBudget = (Form.useWatch('adjustedBudget', form) as string | undefined) ?? '';
  const rate = rateOf(spent, adjustedBudget.trim() === '' ? planned : adjustedBudget);

  const theirs = storedMeanwhile(save.error);

  const submit = (figures: Figures): void => {
    const onError = (error: Error): void => {
      if (!(error instanceof ApiError)) return;
      setVersion(storedMeanwhile(error)?.version ?? version);
      setAsked(error.errors.filter(isQuestion).map(({ code }) => code as Asked[number]));
      const faults = error.errors.filter((one) => !isQuestion(one));
      form.setFields(faults.map(({ pointer, message }) => ({ name: nameOf(pointer), errors: [message] })));
    };
    const confirmed = asked.length > 0 ? asked : null;
    save.mutate({ body: { ...bodyOf(figures, stored), confirmed }, version }, { onSuccess: onSaved, onError });
  };
  const amount = (name: 'spent' | 'adjustedBudget' | ['spentBySource', (typeof SOURCES)[number]], label: string) => (
    <Form.Item label={label} name={name}>
      <Input inputMode="decimal" autoComplete="off" />
    </Form.Item>
  );
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={figuresOf(stored)}
      onFinish={submit}
      onValuesChange={() => {
        setAsked([]);
      }}
    >
      {save.error && (
        <Alert
          type={asked.length > 0 ? 'warning' : 'error'}
          showIcon
          role="alert"
          title={theirs ? t('execution.conflict', { theirs: decimal(theirs.spent) }) : save.error.message}
          style={{ marginBottom: 12 }}
        />
      )}
      {amount('spent', t('execution.spent'))}
      <p id={bySource}>{t('execution.bySource')}</p>
      <div role="group" aria-labelledby={bySource} className="amounts">
        {SOURCES.map((source) => amount(['spentBySource', source], t(`execution.source.${source}`)))}
      </div>
      {amount('adjustedBudget', t('execution.adjusted', { planned: planned === null ? '—' : decimal(planned) }))}
      <p role="status">{rate === null ? t('execution.noRate') : t('execution.rate', { rate })}</p>
      {(['deviationReason', 'correctiveMeasure'] as const).map((field) => (
        <Form.Item key={field} label={t(`field.${field}`)} name={field}>
          <Input.TextArea autoSize={{ minRows: 1, maxRows: 6 }} maxLength={2000} />
        </Form.Item>
      ))}
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {asked.length > 0 ? t('execution.confirm') : theirs ? t('execution.replace') : t('execution.save')}
      </Button>
    </Form>
  );
}

type Asked = NonNullable<SaveBudget['confirmed']>;

const isQuestion = ({ pointer }: { readonly pointer: string }): boolean => pointer === '/confirmed';

/** What a version conflict tells. */
const storedMeanwhile = (error: Error | null): Budget | null =>
  error instanceof ApiError ? ((error.current as Budget | undefined) ?? null) : null;

/** Where the service says that something is wrong, as the form names its fields. */
const nameOf = (pointer: string) => pointer.split('/').slice(1) as ['spent'];
