import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { MAIL_STATES } from '@domain/reminding/mail-state.js';
import { NOTIFICATION_RULES } from '@domain/reminding/told-rules.js';
import type { useLedgerFilter } from './use-ledger-filter.js';

/** A name, what it was about, and what became of it. */
export function LedgerFilter({ asked: { search, rule, state }, choose }: ReturnType<typeof useLedgerFilter>) {
  const { t } = useTranslation();
  return (
    <div className="page-tools">
      <Input.Search
        allowClear
        className="reminders-search"
        maxLength={100}
        aria-label={t('reminders.search')}
        placeholder={t('reminders.search')}
        defaultValue={search}
        onSearch={(text) => {
          choose({ search: text.trim() || undefined });
        }}
      />
      <Select
        allowClear
        className="reminders-choice"
        listHeight={440}
        aria-label={t('reminders.about')}
        placeholder={t('reminders.about')}
        value={rule}
        options={NOTIFICATION_RULES.map((value) => ({ value, label: t(`mails.rule.${value}`) }))}
        onChange={(chosen?: string) => {
          choose({ rule: chosen });
        }}
      />
      <Select
        allowClear
        className="reminders-choice"
        aria-label={t('reminders.state')}
        placeholder={t('reminders.state')}
        value={state}
        options={MAIL_STATES.map((value) => ({ value, label: t(`mails.state.${value}`) }))}
        onChange={(chosen?: string) => {
          choose({ state: chosen });
        }}
      />
    </div>
  );
}
