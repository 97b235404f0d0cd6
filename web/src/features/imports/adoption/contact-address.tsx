import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Proposal } from '../../../api/imports.js';
import { isAddressMissing } from './taken.js';

interface ContactAddressProps {
  readonly item: Extract<Proposal, { kind: 'contact' }>;
  readonly isTaken: boolean;
  readonly email: string;
  readonly onChange: (email: string) => void;
}

/** Where a contact's reminders go; documents seldom print it. */
export function ContactAddress({ item, isTaken, email, onChange }: ContactAddressProps) {
  const { t } = useTranslation();
  const isFit = !isTaken || !isAddressMissing(item.email, email);
  return (
    <span>
      <Input
        size="small"
        type="email"
        aria-label={t('imports.emailOf', { name: item.name })}
        aria-invalid={!isFit}
        placeholder={item.email ?? t('imports.email')}
        value={email}
        onChange={({ target: { value } }) => {
          onChange(value);
        }}
        {...(!isFit && { status: 'error' })}
      />
      {!isFit && <span className="light-red small">{t('imports.emailUnfit')}</span>}
    </span>
  );
}
