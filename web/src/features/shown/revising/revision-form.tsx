import { Alert, Button, Form, type FormInstance, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { localTime } from '../../../period/local-time.js';
import { EffectiveMonth } from './effective-month.js';
import { type GivenRevision, rowOf } from './given-revision.js';
import { RevisedRows } from './revised-rows.js';
import type { RevisingProps } from './revising.js';
import { WeightTotal } from './weight-total.js';

interface RevisionFormProps extends Omit<RevisingProps, 'onClose'> {
  readonly form: FormInstance<GivenRevision>;
  /** What was refused as a whole. */
  readonly problem: string | null;
  readonly isPending: boolean;
  /** The version that somebody else made meanwhile; null: nobody did. */
  readonly isOutdated: number | null;
  readonly onGiven: () => void;
}

/** From when, why, and what: first step of a revision. */
export function RevisionForm({ sheet, revisions, closed, execution, first, ...props }: RevisionFormProps) {
  const { t } = useTranslation();
  const { form, problem, isPending, isOutdated, onGiven } = props;
  const last = revisions.at(-1);
  const lastly = last?.reason
    ? t('revising.lastOne', { name: last.actorName, at: localTime(last.revisedAt), reason: last.reason })
    : '';
  const begins = sheet.indicators.filter(({ id }) => id === first).map(rowOf);
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ indicators: begins }}
      onFinish={onGiven}
      scrollToFirstError
    >
      {isOutdated !== null && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('revising.conflict', { version: isOutdated })}
          description={lastly}
        />
      )}
      {problem !== null && <Alert type="error" showIcon role="alert" title={problem} />}
      <p className="muted">{t('revising.rests')}</p>
      <EffectiveMonth fiscalYear={sheet.fiscalYear} closed={closed} notBefore={last?.effectiveMonth ?? null} />
      <Form.Item
        name="reason"
        label={t('revising.reason')}
        rules={[{ required: true, whitespace: true, message: t('plan.needed') }]}
      >
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 1 }} />
      </Form.Item>
      <RevisedRows sheet={sheet} />
      <WeightTotal sheet={sheet} execution={execution} form={form} />
      <Button type="primary" htmlType="submit" loading={isPending}>
        {t('revising.preview')}
      </Button>
    </Form>
  );
}
