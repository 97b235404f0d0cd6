import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ReturnManyProps {
  readonly count: number;
  readonly onReturn: (reason: string) => void;
}

/** One reason for all that are returned together. */
export function ReturnMany({ count, onReturn }: ReturnManyProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  return (
    <Space.Compact block style={{ marginBottom: 8 }}>
      <Input
        autoFocus
        aria-label={t('review.reasonMany')}
        placeholder={t('review.reasonMany')}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => {
          setReason(target.value);
        }}
      />
      <Button
        danger
        disabled={reason.trim() === ''}
        onClick={() => {
          onReturn(reason);
        }}
      >
        {t('review.returnMany', { count })}
      </Button>
    </Space.Compact>
  );
}
