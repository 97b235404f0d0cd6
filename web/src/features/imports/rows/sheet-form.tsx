import { Checkbox, Form, Input, InputNumber, Modal, Select } from 'antd';
import { SHEET_KINDS } from '@domain/indicator.js';
import { useTranslation } from 'react-i18next';
import type { DraftSheet } from '../../../api/imports.js';
import { useDepartments } from '../../../api/organisation.js';
import { useDraft } from '../draft/use-draft.js';
import { headRepairs, type HeadValues, valuesOf } from './head-values.js';

interface SheetFormProps {
  readonly sheet: DraftSheet;
  readonly onClose: () => void;
}

/** The head of a sheet: whose it is, for which year, and with what money. */
export function SheetForm({ sheet, onClose }: SheetFormProps) {
  const { t } = useTranslation();
  const { repair, isChanging } = useDraft();
  const [form] = Form.useForm<HeadValues>();
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
          <Form.Item label={t('draft.field.fiscalYear')} name="fiscalYear">
            <InputNumber min={2000} max={2099} precision={0} style={{ width: '100%' }} />
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
            <Form.Item key={field} label={t(`draft.field.${field}`)} name={field}>
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
