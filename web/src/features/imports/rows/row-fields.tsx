import { AGGREGATIONS, traitsOf } from '@domain/aggregation.js';
import type { Language } from '@domain/domain-error.js';
import { RULES } from '@domain/indicator.js';
import { AutoComplete, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSections } from '../../../api/organisation.js';
import { numberRule } from '../draft/number-rule.js';

const MONTHS = Array.from({ length: 12 }, (_, month) => month + 1);

interface RowFieldsProps {
  /** Whose sections are offered; null: a department that is to be made yet. */
  readonly departmentId: string | null;
  /** Only one row has a name and a target of its own. */
  readonly isOne: boolean;
}

/** What a person may say about rows. The target is written as a document prints it: ≥4篇/月. */
export function RowFields({ departmentId, isOne }: RowFieldsProps) {
  const { t, i18n } = useTranslation();
  const sections = useSections(departmentId).data?.items ?? [];
  return (
    <>
      {isOne && (
        <>
          <Form.Item label={t('draft.field.name')} name="name" rules={[{ required: true }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item label={t('draft.field.raw')} name="raw" extra={t('draft.rawHint')} rules={[{ required: true }]}>
            <Input maxLength={200} placeholder="≥4篇/月" />
          </Form.Item>
        </>
      )}
      <div className="form-pair">
        <Form.Item label={t('draft.field.level1')} name="level1">
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item label={t('draft.field.level2')} name="level2">
          <Input maxLength={50} />
        </Form.Item>
        <Form.Item label={t('draft.field.weight')} name="weight" rules={[numberRule(t('draft.numberRule'))]}>
          <Input inputMode="decimal" />
        </Form.Item>
        <Form.Item label={t('draft.field.rule')} name="rule">
          <Select allowClear options={RULES.map((value) => ({ value, label: t(`rule.${value}`) }))} />
        </Form.Item>
        <Form.Item label={t('draft.field.aggregation')} name="aggregation">
          <Select
            allowClear
            options={AGGREGATIONS.map((value) => ({ value, label: traitsOf(value).words[i18n.language as Language] }))}
          />
        </Form.Item>
        <Form.Item label={t('draft.field.dueMonth')} name="dueMonth">
          <Select allowClear options={MONTHS.map((value) => ({ value, label: t('draft.month', { month: value }) }))} />
        </Form.Item>
        <Form.Item label={t('draft.field.section')} name="section">
          <AutoComplete allowClear maxLength={100} options={sections.map(({ name }) => ({ value: name }))} />
        </Form.Item>
      </div>
    </>
  );
}
