import { Alert, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { User } from '../../../api/types.js';
import { useHandOver, useUsers } from '../../../api/users.js';
import { Loaded } from '../../../components/loaded.js';
import { SentForm } from '../../../components/sent-form.js';
import { CurrentPassword } from '../../shown/confirming/current-password.js';
import { WhatGoesOver } from './what-goes-over.js';

interface HandOverProps {
  readonly user: User;
  readonly onClose: () => void;
}

interface Given {
  readonly to: string;
  readonly reason: string;
  readonly current: string;
}

/** One action moves a person's open duties to another, after saying what goes over to whom. */
export function HandOver({ user, onClose }: HandOverProps) {
  const { t } = useTranslation();
  const handOver = useHandOver(user);
  const users = useUsers();
  return (
    <Modal open title={t('handover.of', { name: user.displayName })} footer={null} onCancel={onClose}>
      <Loaded queries={{ users }}>
        {({ users: { items } }) => {
          const fit = items.filter(
            ({ id, disabled, role, departmentId }) =>
              id !== user.id && !disabled && role === user.role && departmentId === user.departmentId,
          );
          return (
            <>
              <WhatGoesOver user={user} all={items} />
              {fit.length === 0 ? (
                <Alert type="info" showIcon title={t('handover.nobody')} />
              ) : (
                <SentForm<Given>
                  name="handover"
                  send={t('handover.go')}
                  pending={handOver.isPending}
                  onGiven={(given, onError) => {
                    handOver.mutate(given, { onSuccess: onClose, onError });
                  }}
                >
                  <Form.Item
                    label={t('handover.to')}
                    name="to"
                    rules={[{ required: true, message: t('handover.toMissing') }]}
                  >
                    <Select
                      options={fit.map(({ id, displayName, username }) => ({
                        value: id,
                        label: `${displayName} (${username})`,
                      }))}
                    />
                  </Form.Item>
                  <Form.Item
                    label={t('handover.reason')}
                    name="reason"
                    rules={[{ required: true, whitespace: true, message: t('handover.reasonMissing') }]}
                  >
                    <Input maxLength={1000} />
                  </Form.Item>
                  <CurrentPassword />
                </SentForm>
              )}
            </>
          );
        }}
      </Loaded>
    </Modal>
  );
}
