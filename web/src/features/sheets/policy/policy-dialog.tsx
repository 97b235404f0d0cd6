import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { usePolicies } from '../../../api/queries.js';
import { useAssignPolicy } from '../../../api/sheets.js';
import type { TargetSheet } from '../../../api/types.js';
import { VersionedForm } from '../../../components/versioned-form.js';
import { PolicyEffect } from './policy-effect.js';

interface PolicyDialogProps {
  readonly sheet: TargetSheet;
  readonly asOf: string;
  readonly onClose: () => void;
}

interface Given {
  readonly policy: string;
  readonly reason: string;
}

/** Other rules for a whole year, with what they make of it before anybody says why. */
export default function PolicyDialog({ sheet, asOf, onClose }: PolicyDialogProps) {
  const { t, i18n } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const assign = useAssignPolicy();
  const policies = usePolicies().data?.items ?? [];
  const titleOf = (name: string): string =>
    policies.find((one) => one.name === name)?.title[i18n.language as Language] ?? name;
  const needed = [{ required: true, whitespace: true, message: t('plan.needed') }];
  return (
    <Modal open width={640} title={t('sheetPolicy.dialog')} footer={null} onCancel={onClose}>
      <p>{t('sheetPolicy.now', { policy: titleOf(sheet.policy) })}</p>
      <VersionedForm<Given, TargetSheet>
        version={sheet.version}
        send={t('sheetPolicy.save')}
        pending={assign.isPending}
        theirs={(stored) => t('sheetPolicy.theirs', { policy: titleOf(stored.policy) })}
        onGiven={({ policy, reason }, version, onError) => {
          assign.mutate({ id: sheet.id, version, policy, reason: reason.trim() }, { onSuccess: onClose, onError });
        }}
      >
        <Form.Item name="policy" label={t('sheetPolicy.to')} rules={needed}>
          <Select
            onChange={setChosen}
            options={policies
              .filter(({ name }) => name !== sheet.policy)
              .map(({ name }) => ({ value: name, label: titleOf(name) }))}
          />
        </Form.Item>
        <PolicyEffect sheet={sheet} asOf={asOf} policy={chosen} />
        <p>{t('sheetPolicy.does')}</p>
        <Form.Item name="reason" label={t('sheetPolicy.reason')} rules={needed}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </VersionedForm>
    </Modal>
  );
}
