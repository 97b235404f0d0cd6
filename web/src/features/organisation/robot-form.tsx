import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Robot, useSetRobot } from '../../api/organisation.js';
import { SentForm } from '../../components/sent-form.js';
import { CurrentPassword } from '../shown/confirming/current-password.js';

const PLATFORMS = ['wecom', 'dingtalk'] as const;

interface RobotFormProps {
  readonly contactId: string;
  readonly onDone: () => void;
}

/** Where the platform shows the robot's address; whoever knows it can write to the group, so that it is never shown again. */
export function RobotForm({ contactId, onDone }: RobotFormProps) {
  const { t } = useTranslation();
  const set = useSetRobot(contactId);
  return (
    <SentForm<Robot>
      name="robot"
      send={t('organisation.robotSave')}
      pending={set.isPending}
      initialValues={{ platform: 'wecom' }}
      onGiven={({ secret, ...robot }, onError) => {
        set.mutate({ ...robot, secret: secret?.trim() ? secret.trim() : null }, { onSuccess: onDone, onError });
      }}
    >
      <Form.Item name="platform" label={t('organisation.robotPlatform')}>
        <Select options={PLATFORMS.map((value) => ({ value, label: t(`organisation.platform.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="url"
        label={t('organisation.robotUrl')}
        rules={[{ required: true, type: 'url', message: t('organisation.robotUrlWrong') }]}
      >
        <Input type="url" maxLength={500} autoComplete="off" />
      </Form.Item>
      <Form.Item name="secret" label={t('organisation.robotSecret')}>
        <Input.Password maxLength={200} autoComplete="off" />
      </Form.Item>
      <CurrentPassword />
    </SentForm>
  );
}
