import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Indicator, type Override, useSaveOverride } from '../../../api/indicators.js';
import { decimal } from '../../../components/decimal.js';
import { VersionedForm } from '../../../components/versioned-form.js';
import { monthName } from '../../../period/month-name.js';
import { monthsOf } from '../../../period/period.js';

interface OverrideDialogProps {
  readonly indicator: Indicator;
  /** null: the first one. */
  readonly stored: Override | null;
  readonly asOf: string;
  readonly onClose: () => void;
}

type Given = Pick<Override, 'score' | 'fromMonth' | 'reason'>;

/** Points by hand: how many, from when, and why. */
export default function OverrideDialog({ indicator, stored, asOf, onClose }: OverrideDialogProps) {
  const { t } = useTranslation();
  const save = useSaveOverride(indicator.id);
  const { name, weight, sheet } = indicator;
  const needed = [{ required: true, whitespace: true, message: t('plan.needed') }];
  const months = monthsOf(sheet.fiscalYear).map((value) => ({ value, label: monthName(value) }));
  return (
    <Modal open title={t('override.dialog', { name })} footer={null} onCancel={onClose}>
      <p>{t('override.does')}</p>
      <VersionedForm<Given, Override>
        version={stored?.version ?? null}
        send={t('override.save')}
        pending={save.isPending}
        initialValues={stored ?? { fromMonth: asOf }}
        theirs={(other) =>
          t('override.theirs', {
            month: monthName(other.fromMonth),
            score: decimal(other.score),
            reason: other.reason,
          })
        }
        onGiven={({ score, fromMonth, reason }, version, onError) => {
          save.mutate({ version, score: score.trim(), fromMonth, reason }, { onSuccess: onClose, onError });
        }}
      >
        <Form.Item name="score" label={t('override.score', { weight: decimal(weight) })} rules={needed}>
          <Input inputMode="decimal" autoComplete="off" />
        </Form.Item>
        <Form.Item name="fromMonth" label={t('override.fromMonth')}>
          <Select virtual={false} options={months} />
        </Form.Item>
        <Form.Item name="reason" label={t('override.reason')} rules={needed}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </VersionedForm>
    </Modal>
  );
}
