import { useTranslation } from 'react-i18next';
import type { Audience } from '@domain/reminding/reminder-plan.js';
import { ALERT_NAMES, type AlertName } from '@domain/reminding/told-rules.js';
import type { ReminderRules } from '../../api/reminders.js';
import { listed } from '../../components/listed.js';

/** The rules as people say them. */
export function useRuleWords() {
  const { t } = useTranslation();
  const audience = (who: readonly Audience[]): string =>
    who.length === 0 ? t('reminders.noOne') : listed(who.map((one) => t(`reminders.audience.${one}`)));
  return {
    audience,
    /** A step of the ladder, by its working days from the due date. */
    step: (workingDays: number): string => {
      if (workingDays === 0) return t('reminders.onDueDay');
      if (workingDays < 0) return t('reminders.before', { count: -workingDays });
      return t('reminders.late', { count: workingDays });
    },
    alert: (name: AlertName): string => t(`mails.rule.${name}`),
    alerts: ({ alerts }: Pick<ReminderRules, 'alerts'>): string[] =>
      ALERT_NAMES.map((name) =>
        t('reminders.alertLine', { alert: t(`mails.rule.${name}`), audience: audience(alerts[name]) }),
      ),
  };
}
