import { Alert, Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { SHEET_KINDS } from '@domain/indicator.js';
import { useTranslation } from 'react-i18next';
import type { DraftSheet } from '../../../api/imports.js';
import { useDepartments } from '../../../api/organisation.js';
import { numberRule } from '../draft/number-rule.js';
import { useRepairInDialog } from '../draft/use-repair-in-dialog.js';
import { headRepairs, type HeadValues, valuesOf } from './head-values.js';

/** Words; the others are numbers. */
const NAMES: readonly string[] = ['responsibleName', 'responsiblePhone'];

interface SheetFormProps {
  readonly sheet: DraftSheet;
  readonly onClose: () => void;
}

/** The head of a sheet: whose it is, for which year, and with what money. */
export function SheetForm({ sheet, onClose }: SheetFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<HeadValues>();
  const { repair, isChanging, problem } = useRepairInDialog(form);
  const departments = useDepartments().data?.items ?? [];
  const before = valuesOf(sheet);
  const kind = (Form.useWatch('kind', form) as HeadValues['kind'] | undefined) ?? sheet.kind;
  const means = (Form.useWatch('departmentId', form) as string | null | undefined) ?? null;
  return (
    <Modal
      open
      width={720}
      title={t('draft.editHead')}
      okText={t('draft.save')}
      confirmLoading={isChanging}
      onCancel={onClose}
      onOk={() => {
        form.submit();
      }}
    >
      {problem && <Alert type="error" showIcon role="alert" className="imports-note" title={problem} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={before}
        onFinish={(after) => {
          const repairs = headRepairs(sheet.id, before, after);
          if (repairs.length === 0) onClose();
          else repair(repairs, onClose);
        }}
      >
        <div className="form-pair">
          <Form.Item label={t('draft.field.kind')} name="kind">
            <Select options={SHEET_KINDS.map((value) => ({ value, label: t(`filter.kinds.${value}`) }))} />
          </Form.Item>
          <Form.Item
            label={t('draft.field.fiscalYear')}
            name="fiscalYear"
            rules={[{ type: 'integer', min: 2000, max: 2099, message: t('draft.yearRule') }]}
          >
            <InputNumber style={{ width: '100%' }} />
          </Form.Item>
          <Form.Item label={t('draft.field.departmentPrinted')} name="department">
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item label={t('draft.field.departmentMeant')} name="departmentId" extra={t('draft.departmentHint')}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              options={departments.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        </div>
        {means !== null && means !== sheet.departmentId && (
          <Form.Item name="remember" valuePropName="checked">
            <Checkbox>{t('draft.remember')}</Checkbox>
          </Form.Item>
        )}
        {kind === 'project' && (
          <Form.Item label={t('draft.field.project')} name="project">
            <Input maxLength={200} />
          </Form.Item>
        )}
        <div className="form-pair">
          {(
            [
              'responsibleName',
              'responsiblePhone',
              'fundingTotal',
              'fundingFiscal',
              'fundingOther',
              'executionWeight',
            ] as const
          ).map((field) => (
            <Form.Item
              key={field}
              label={t(`draft.field.${field}`)}
              name={field}
              rules={NAMES.includes(field) ? [] : [numberRule(t('draft.numberRule'))]}
            >
              <Input />
            </Form.Item>
          ))}
        </div>
        <Form.Item label={t('draft.field.goal')} name="goal">
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
        <Form.Item label={t('draft.field.waiver')} name="waiver" extra={t('draft.waiverHint')}>
          <Input maxLength={1000} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
