import { Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { ALERT_NAMES } from '@domain/reminding/told-rules.js';
import { AudienceField } from './audience-field.js';
import { HourFields } from './hour-fields.js';
import { LadderFields } from './ladder-fields.js';
import { useRuleWords } from './use-rule-words.js';

/** All that can be set about when people are told. */
export function RulesFields() {
  const { t } = useTranslation();
  const words = useRuleWords();
  return (
    <>
      <LadderFields />
      <Whole name="repeatWorkingDays" label={t('reminders.field.repeat')} max={60} unit={t('reminders.workingDays')} />
      <HourFields />
      <Whole
        name={['stalledApproval', 'workingDays']}
        label={t('reminders.field.stalled')}
        max={20}
        unit={t('reminders.workingDays')}
      />
      <Whole
        name={['stalledApproval', 'repeatWorkingDays']}
        label={t('reminders.field.stalledRepeat')}
        max={20}
        unit={t('reminders.workingDays')}
      />
      <h4>{t('reminders.alerts')}</h4>
      {ALERT_NAMES.map((name) => (
        <AudienceField key={name} name={['alerts', name]} label={words.alert(name)} />
      ))}
      <Whole name="executionLagPoints" label={t('reminders.field.lag')} max={100} unit="%" />
    </>
  );
}

interface WholeProps {
  readonly name: string | string[];
  readonly label: string;
  readonly max: number;
  readonly unit: string;
}

function Whole({ name, label, max, unit }: WholeProps) {
  const { t } = useTranslation();
  const rules = [
    { required: true, type: 'integer' as const, min: 1, max, message: t('reminders.wholeFromTo', { min: 1, max }) },
  ];
  return (
    <Form.Item name={name} label={label} rules={rules}>
      {/* Without limits of its own: it would make another number of what was typed, without a word. */}
      <InputNumber suffix={unit} />
    </Form.Item>
  );
}
