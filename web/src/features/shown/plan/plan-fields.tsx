import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { isDecimal } from '@domain/exact.js';
import { monthName } from '../../../period/month-name.js';
import { monthsOf } from '../../../period/period.js';
import './plan.css';

interface PlanFieldsProps {
  /** Where the list stands in its form, and in the list around it. */
  readonly name: (string | number)[];
  readonly fiscalYear: number;
  readonly unit: string | null;
}

/** A plan by months: up to twelve lines of a month and what is to be reached by its end. */
export function PlanFields({ name, fiscalYear, unit }: PlanFieldsProps) {
  const { t } = useTranslation();
  const months = monthsOf(fiscalYear).map((value) => ({ value, label: monthName(value, 'short') }));
  return (
    <Form.List name={name}>
      {(lines, { add, remove }) => (
        <div className="plan-lines">
          {lines.map(({ key, name: line }) => (
            <div key={key} className="plan-line">
              <Form.Item
                name={[line, 'month']}
                label={t('plan.month')}
                rules={[{ required: true, message: t('plan.needed') }]}
              >
                <Select virtual={false} options={months} />
              </Form.Item>
              <Form.Item name={[line, 'target']} label={t('plan.reached')} rules={[decimalRule(t('plan.isDecimal'))]}>
                <Input inputMode="decimal" autoComplete="off" suffix={unit ?? undefined} />
              </Form.Item>
              <Button
                size="small"
                aria-label={t('plan.remove', { number: line + 1 })}
                onClick={() => {
                  remove(line);
                }}
              >
                ×
              </Button>
            </div>
          ))}
          {lines.length < months.length && (
            <Button
              size="small"
              onClick={() => {
                add({});
              }}
            >
              {t('plan.add')}
            </Button>
          )}
        </div>
      )}
    </Form.List>
  );
}

const decimalRule = (message: string) => ({
  required: true,
  validator: (_: unknown, value: unknown) =>
    isDecimal(typeof value === 'string' ? value.trim() : '') ? Promise.resolve() : Promise.reject(new Error(message)),
});
