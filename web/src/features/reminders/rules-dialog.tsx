import { Button, Form, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { type GivenRules, type ReminderRules, useChangeRules, useTryRules } from '../../api/reminders.js';
import { ProblemOf } from './problem-of.js';
import { RulesFields } from './rules-fields.js';
import { TriedOut } from './tried-out.js';

interface RulesDialogProps {
  readonly rules: ReminderRules;
  readonly onClose: () => void;
}

/** Changes when people are told; who would be told in the next days is shown before it is so. */
export function RulesDialog({ rules, onClose }: RulesDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<GivenRules>();
  const change = useChangeRules(rules.version);
  const attempt = useTryRules();
  const { version: _, ...initial } = rules;
  const given = (): Promise<GivenRules> => form.validateFields().then(inOrder);
  return (
    <Modal
      open
      width={1080}
      title={t('reminders.changeTitle')}
      okText={t('reminders.save')}
      confirmLoading={change.isPending}
      onOk={() => {
        void given().then((wanted) => {
          change.mutate(wanted, { onSuccess: onClose });
        }, ignore);
      }}
      onCancel={onClose}
    >
      <ProblemOf error={change.error} />
      <div className="reminders-editor">
        <Form form={form} layout="vertical" initialValues={initial} onValuesChange={attempt.reset}>
          <RulesFields />
        </Form>
        <section aria-label={t('reminders.trial')}>
          <Button
            loading={attempt.isPending}
            onClick={() => {
              void given().then((wanted) => {
                attempt.mutate(wanted);
              }, ignore);
            }}
          >
            {t('reminders.tryOut')}
          </Button>
          <ProblemOf error={attempt.error} />
          {attempt.data ? <TriedOut days={attempt.data.items} /> : <p className="muted">{t('reminders.tryHint')}</p>}
        </section>
      </div>
    </Modal>
  );
}

/** However they were typed: a ladder ascends. */
const inOrder = (rules: GivenRules): GivenRules => ({
  ...rules,
  ladder: [...rules.ladder].sort((a, b) => a.workingDays - b.workingDays),
});

/** What is wrong stands at its field. */
const ignore = (): void => undefined;
