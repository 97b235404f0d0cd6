import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RULES } from '@domain/indicator.js';
import type { SheetIndicator } from '../../../api/types.js';
import { monthName } from '../../../period/month-name.js';
import { monthsOf } from '../../../period/period.js';
import { PlanFields } from '../plan/plan-fields.js';
import { takesPlan } from '../plan/takes-plan.js';
import { NO_RULE } from './given-revision.js';

interface RevisedRowProps {
  readonly place: number;
  readonly indicator: SheetIndicator;
  readonly fiscalYear: number;
}

/** What can change of one indicator. */
export function RevisedRow({ place, indicator, fiscalYear }: RevisedRowProps) {
  const { t } = useTranslation();
  const needed = [{ required: true, whitespace: true, message: t('plan.needed') }];
  const rules = RULES.map((value) => ({ value, label: t(`rule.${value}`) }));
  return (
    <>
      <div className="revised-fields">
        <Form.Item name={[place, 'raw']} label={t('revising.target')} rules={needed}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name={[place, 'weight']} label={t('revising.weight')} rules={needed}>
          <Input inputMode="decimal" autoComplete="off" />
        </Form.Item>
        <Form.Item name={[place, 'rule']} label={t('revising.rule')}>
          <Select
            options={indicator.rule === null ? [{ value: NO_RULE, label: t('revising.ruleDefault') }, ...rules] : rules}
          />
        </Form.Item>
        <Form.Item name={[place, 'endMonth']} label={t('revising.endMonth')}>
          <Select
            allowClear
            virtual={false}
            placeholder={t('revising.goesOn')}
            options={monthsOf(fiscalYear).map((value) => ({ value, label: monthName(value, 'short') }))}
          />
        </Form.Item>
      </div>
      {takesPlan(indicator) && (
        <details open={indicator.milestones.length > 0}>
          <summary>{t('revising.plan')}</summary>
          <PlanFields name={[place, 'milestones']} fiscalYear={fiscalYear} unit={indicator.unit} />
        </details>
      )}
    </>
  );
}
