import { Alert, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Confirmed } from '../../api/confirmed.js';
import { type Session, useColleagues, useSetAbsence } from '../../api/session.js';
import { CurrentPassword } from '../shown/confirming/current-password.js';

interface Absence extends Confirmed {
  readonly awayFrom?: string | null;
  readonly awayUntil?: string | null;
  readonly deputyId?: string | null;
}

/** A day that was cleared is an empty text. */
const dayOrNull = (day: string | null | undefined): string | null => (day === undefined || day === '' ? null : day);

interface AbsenceSettingsProps {
  readonly session: Session;
  readonly onClose: () => void;
}

/** When somebody is away, and who hears, and for a head approves, in the meantime. Without days nobody does, whoever is named. */
export function AbsenceSettings({ session: { user, version }, onClose }: AbsenceSettingsProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Absence>();
  const colleagues = useColleagues();
  const set = useSetAbsence();
  const others = colleagues.data?.items.filter((one) => one.id !== user.id && one.departmentId === user.departmentId);
  return (
    <Modal
      open
      title={t('absence.title')}
      okText={t('absence.save')}
      cancelText={t('absence.cancel')}
      confirmLoading={set.isPending}
      onOk={() => {
        form.submit();
      }}
      onCancel={onClose}
    >
      <p>{t('absence.how')}</p>
      <Form<Absence>
        form={form}
        layout="vertical"
        initialValues={user}
        onFinish={({ awayFrom, awayUntil, deputyId, ...confirmed }) => {
          const absence = {
            awayFrom: dayOrNull(awayFrom),
            awayUntil: dayOrNull(awayUntil),
            deputyId: deputyId ?? null,
            ...confirmed,
          };
          set.mutate({ absence, version }, { onSuccess: onClose });
        }}
      >
        {set.error && (
          <Alert type="error" showIcon role="alert" title={set.error.message} style={{ marginBottom: 12 }} />
        )}
        <Form.Item label={t('absence.from')} name="awayFrom">
          <Input type="date" />
        </Form.Item>
        <Form.Item label={t('absence.until')} name="awayUntil">
          <Input type="date" />
        </Form.Item>
        <Form.Item label={t('absence.deputy')} name="deputyId">
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            loading={colleagues.isPending}
            options={others?.map(({ id, displayName }) => ({ value: id, label: displayName }))}
          />
        </Form.Item>
        <CurrentPassword />
      </Form>
    </Modal>
  );
}
