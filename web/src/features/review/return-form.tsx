import { Button, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface ReturnFormProps {
  /** How many are returned together, for one reason; left out: the one that is looked at. */
  readonly count?: number;
  readonly onReturn: (reason: string) => void;
}

/** Nothing comes back without a reason. */
export function ReturnForm({ count, onReturn }: ReturnFormProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const asked = t(count === undefined ? 'review.reason' : 'review.reasonMany');
  return (
    <Flex gap={8} style={{ marginBlock: 8 }}>
      <Input
        autoFocus
        aria-label={asked}
        placeholder={asked}
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
        {count === undefined ? t('review.return') : t('review.returnMany', { count })}
      </Button>
    </Flex>
  );
}
