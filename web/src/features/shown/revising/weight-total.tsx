import { Alert, Form, type FormInstance, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TargetSheet } from '../../../api/types.js';
import { decimal } from '../../../components/decimal.js';
import { type GivenRevision, type GivenRow, weightTotal } from './given-revision.js';

interface WeightTotalProps {
  readonly sheet: TargetSheet;
  readonly execution: string;
  readonly form: FormInstance<GivenRevision>;
}

/** What the weights give while they are typed; where that is not 100, a reason is asked for. */
export function WeightTotal({ sheet, execution, form }: WeightTotalProps) {
  const { t } = useTranslation();
  const rows = (Form.useWatch('indicators', { form, preserve: true }) as GivenRow[] | undefined) ?? [];
  const total = weightTotal(rows, sheet, execution);
  if (total === null) return null;
  const words = { execution: decimal(execution), total: decimal(total) };
  if (total === '100') return <p role="status">{t('revising.total', words)}</p>;
  return (
    <>
      <Alert type="warning" showIcon role="status" title={t('revising.totalOff', words)} style={{ marginBottom: 12 }} />
      <Form.Item name="waiver" label={t('revising.waiver')} initialValue={sheet.weightWaiver?.reason}>
        <Input.TextArea maxLength={1000} autoSize={{ minRows: 1 }} />
      </Form.Item>
    </>
  );
}
