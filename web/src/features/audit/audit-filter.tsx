import { Button, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { KINDS } from './action-words.js';
import type { useAuditFilter } from './use-audit-filter.js';

const DAYS = ['from', 'to'] as const;

/** Who, what kind of thing, between which days; and back from the story of one thing. */
export function AuditFilter({ asked, choose }: ReturnType<typeof useAuditFilter>) {
  const { t } = useTranslation();
  return (
    <div className="page-tools">
      <Input.Search
        allowClear
        className="audit-actor"
        maxLength={100}
        aria-label={t('audit.actor')}
        placeholder={t('audit.actor')}
        defaultValue={asked.actor}
        onSearch={(text) => {
          choose({ actor: text.trim() || undefined });
        }}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        className="audit-kind"
        aria-label={t('audit.action')}
        placeholder={t('audit.action')}
        value={asked.action}
        options={KINDS.map((value) => ({ value, label: t(`audit.kind.${value}`) }))}
        onChange={(action?: string) => {
          choose({ action });
        }}
      />
      {DAYS.map((day) => (
        <label key={day} className="audit-day">
          {t(`audit.${day}`)}
          <Input
            type="date"
            value={asked[day] ?? ''}
            onChange={({ target: { value } }) => {
              choose({ [day]: value || undefined });
            }}
          />
        </label>
      ))}
      {asked.subjectId && (
        <Button
          onClick={() => {
            choose({ subject: undefined });
          }}
        >
          {t('audit.everything')}
        </Button>
      )}
    </div>
  );
}
