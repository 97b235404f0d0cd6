import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ReturnFormProps {
  readonly onReturn: (reason: string) => void;
  readonly onCancel: () => void;
}

/** Nothing comes back without a reason. */
export function ReturnForm({ onReturn, onCancel }: ReturnFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const isGiven = reason.trim() !== '';
  return (
    <Flex gap={8}>
      <Input
        autoFocus
        aria-label={t('review.reason')}
        placeholder={t('review.reason')}
        maxLength={1000}
        value={reason}
        onChange={({ target }) => {
          setReason(target.value);
        }}
        onKeyDown={({ key }) => {
          if (key === 'Escape') onCancel();
        }}
        onPressEnter={() => {
          if (isGiven) onReturn(reason);
        }}
      />
      <Button
        danger
        disabled={!isGiven}
        onClick={() => {
          onReturn(reason);
        }}
      >
        {t('review.return')}
      </Button>
      <Button onClick={onCancel}>{t('review.cancel')}</Button>
    </Flex>
  );
}
