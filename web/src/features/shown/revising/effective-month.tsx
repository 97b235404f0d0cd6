import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { monthName } from '../../../period/month-name.js';
import { monthsOf } from '../../../period/period.js';

interface EffectiveMonthProps {
  readonly fiscalYear: number;
  readonly closed: readonly string[];
  /** Month of the last revision; null: there is none. */
  readonly notBefore: string | null;
}

/** The first month that is scored by a revision: all months from it on have to be open. */
export function EffectiveMonth({ fiscalYear, closed, notBefore }: EffectiveMonthProps) {
  const { t } = useTranslation();
  const lastClosed = closed.toSorted().at(-1) ?? '';
  const options = monthsOf(fiscalYear).map((value) => ({
    value,
    label: closed.includes(value) ? t('revising.closed', { month: monthName(value) }) : monthName(value),
    disabled: value <= lastClosed || (notBefore !== null && value < notBefore),
  }));
  return (
    <Form.Item
      name="effectiveMonth"
      label={t('revising.effective')}
      extra={t('revising.effectiveHint')}
      rules={[{ required: true, message: t('plan.needed') }]}
    >
      <Select virtual={false} options={options} />
    </Form.Item>
  );
}
