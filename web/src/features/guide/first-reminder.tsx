import { useTranslation } from 'react-i18next';
import { useReminderPreview } from '../../api/reminders.js';
import { listedUpTo } from '../../components/listed.js';
import { Loaded } from '../../components/loaded.js';
import { Panel } from '../../components/panel.js';
import { dateName } from '../../period/local-time.js';

/** As far as the service looks ahead. */
const DAYS = 31;
const MOST_NAMED = 5;

/** Whoever has done all the steps wants to know when something happens, and to whom. */
export function FirstReminder() {
  const { t } = useTranslation();
  const preview = useReminderPreview(DAYS);
  return (
    <Panel title={t('guide.reminder')}>
      <Loaded queries={{ preview }}>
        {({ preview: { items } }) => {
          const next = items.find(({ reminders }) => reminders.length > 0);
          if (!next) return <p className="muted">{t('guide.noReminder', { days: DAYS })}</p>;
          const people = [...new Set(next.reminders.map(({ readBy }) => readBy))];
          const names = listedUpTo(people, MOST_NAMED);
          return <p>{t('guide.firstReminder', { date: dateName(next.date), count: people.length, names })}</p>;
        }}
      </Loaded>
    </Panel>
  );
}
