import { AutoComplete, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AGGREGATIONS, traitsOf } from '@domain/aggregation.js';
import type { Language } from '@domain/domain-error.js';
import { useSections } from '../../../api/organisation.js';
import { type NewCommitment, useAddCommitment } from '../../../api/sheets.js';
import type { TargetSheet } from '../../../api/types.js';
import { monthName } from '../../../period/month-name.js';
import { monthsOf } from '../../../period/period.js';
import { SentForm } from '../../../components/sent-form.js';

interface CommitmentDialogProps {
  readonly sheet: TargetSheet;
  readonly onClose: () => void;
}

/** A number from a goal that no indicator covers: tracked and reminded, never scored. */
export default function CommitmentDialog({ sheet, onClose }: CommitmentDialogProps) {
  const { t, i18n } = useTranslation();
  const add = useAddCommitment(sheet.id);
  const sections = (useSections(sheet.departmentId).data?.items ?? []).filter(({ disabled }) => !disabled);
  const needed = [{ required: true, whitespace: true, message: t('plan.needed') }];
  const levels = (level: 'level1' | 'level2') =>
    [...new Set(sheet.indicators.map((indicator) => indicator[level]))].map((value) => ({ value }));
  return (
    <Modal open title={t('commitment.dialog')} footer={null} onCancel={onClose}>
      <p className="muted">{t('commitment.does')}</p>
      <SentForm<NewCommitment>
        send={t('commitment.save')}
        pending={add.isPending}
        onGiven={(given, onError) => {
          add.mutate({ ...given, sectionId: given.sectionId ?? null }, { onSuccess: onClose, onError });
        }}
      >
        {(['level1', 'level2'] as const).map((level) => (
          <Form.Item key={level} name={level} label={t(`commitment.${level}`)} rules={needed}>
            <AutoComplete options={levels(level)} maxLength={50} />
          </Form.Item>
        ))}
        <Form.Item name="name" label={t('commitment.name')} rules={needed}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="raw" label={t('commitment.raw')} rules={needed}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="firstMonth" label={t('commitment.firstMonth')} extra={t('commitment.firstMonthHint')}>
          <Select
            placeholder={t('commitment.now')}
            allowClear
            options={monthsOf(sheet.fiscalYear).map((value) => ({ value, label: monthName(value) }))}
          />
        </Form.Item>
        <Form.Item name="sectionId" label={t('commitment.section')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('table.unowned')}
            options={sections.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="aggregation" label={t('commitment.aggregation')}>
          <Select
            allowClear
            placeholder={t('commitment.byItself')}
            options={AGGREGATIONS.map((value) => ({ value, label: traitsOf(value).words[i18n.language as Language] }))}
          />
        </Form.Item>
      </SentForm>
    </Modal>
  );
}
