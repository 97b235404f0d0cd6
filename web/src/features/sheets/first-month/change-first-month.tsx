import { Alert, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Month, monthOf } from '@domain/calendar/month.js';
import { useChangeFirstMonth, useFirstMonthChange } from '../../../api/first-month.js';
import type { TargetSheet } from '../../../api/types.js';
import { monthName } from '../../../period/month-name.js';
import { monthsOf } from '../../../period/period.js';
import { WhatItDoes } from './what-it-does.js';

interface ChangeFirstMonthProps {
  readonly sheet: TargetSheet;
  readonly onClose: () => void;
}

/** Another first month, with what it does before anybody says why. */
export function ChangeFirstMonth({ sheet, onClose }: ChangeFirstMonthProps) {
  const { t } = useTranslation();
  const now = sheet.firstMonth ?? monthOf(sheet.fiscalYear, 1);
  const [to, setTo] = useState<Month | null>(null);
  const would = useFirstMonthChange(sheet.id, to);
  const change = useChangeFirstMonth(sheet);
  const [form] = Form.useForm<{ reason: string }>();
  const isPossible = to !== null && would.data?.entered === null;
  return (
    <Modal
      open
      title={t('firstMonth.title')}
      okText={t('firstMonth.change')}
      okButtonProps={{ disabled: !isPossible }}
      confirmLoading={change.isPending}
      onCancel={onClose}
      onOk={() => {
        form.submit();
      }}
    >
      {change.error && <Alert type="error" showIcon role="alert" title={change.error.message} />}
      <Form
        form={form}
        layout="vertical"
        onFinish={({ reason }) => {
          if (to !== null) change.mutate({ firstMonth: to, reason }, { onSuccess: onClose });
        }}
      >
        <Form.Item label={t('firstMonth.to')}>
          <Select
            aria-label={t('firstMonth.to')}
            value={to}
            placeholder={monthName(now)}
            onChange={setTo}
            options={monthsOf(sheet.fiscalYear)
              .filter((month) => month !== now)
              .map((value) => ({ value, label: monthName(value) }))}
          />
        </Form.Item>
        <WhatItDoes to={to} would={would.data} error={would.error} />
        <Form.Item label={t('firstMonth.reason')} name="reason" rules={[{ required: true, whitespace: true }]}>
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
