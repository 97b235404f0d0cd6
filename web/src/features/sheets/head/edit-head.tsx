import { Form, Input, Modal, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { useUpdateSheet } from '../../../api/sheets.js';
import type { TargetSheet } from '../../../api/types.js';
import { VersionedForm } from '../../../components/versioned-form.js';

interface EditHeadProps {
  readonly sheet: TargetSheet;
  readonly onClose: () => void;
}

interface Given {
  readonly responsibleName?: string;
  readonly evidenceRequired: boolean;
}

/** What of the head may change; the rest is the document's. */
export default function EditHead({ sheet, onClose }: EditHeadProps) {
  const { t } = useTranslation();
  const update = useUpdateSheet();
  const { id, version, responsibleName, evidenceRequired } = sheet;
  return (
    <Modal open title={t('sheetHead.dialog')} footer={null} onCancel={onClose}>
      <p className="muted">{t('sheetHead.fixed')}</p>
      <VersionedForm<Given, TargetSheet>
        version={version}
        send={t('sheetHead.save')}
        pending={update.isPending}
        initialValues={{ responsibleName: responsibleName ?? '', evidenceRequired }}
        theirs={(stored) =>
          t('sheetHead.theirs', {
            name: stored.responsibleName ?? t('sheetHead.nobody'),
            evidence: t(stored.evidenceRequired ? 'sheetHead.needed' : 'sheetHead.notNeeded'),
          })
        }
        onGiven={(given, seen, onError) => {
          const name = given.responsibleName?.trim() ?? '';
          update.mutate(
            { id, version: seen, responsibleName: name === '' ? null : name, evidenceRequired: given.evidenceRequired },
            { onSuccess: onClose, onError },
          );
        }}
      >
        <Form.Item name="responsibleName" label={t('sheetHead.responsibleName')} extra={t('sheetHead.responsibleHint')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="evidenceRequired"
          label={t('sheetHead.evidenceRequired')}
          extra={t('sheetHead.evidenceHint')}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
      </VersionedForm>
    </Modal>
  );
}
