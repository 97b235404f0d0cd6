import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ReminderRules, useReminderRules } from '../../api/reminders.js';
import { Loaded } from '../../components/loaded.js';
import { RulesDialog } from './rules-dialog.js';
import { useRuleWords } from './use-rule-words.js';

/** When somebody is told, as sentences, and the way to change it. */
export function Rules() {
  const rules = useReminderRules();
  return <Loaded queries={{ rules }}>{(loaded) => <Told rules={loaded.rules} />}</Loaded>;
}

function Told({ rules }: { readonly rules: ReminderRules }) {
  const { t } = useTranslation();
  const words = useRuleWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <table className="reminders-ladder">
        <caption className="muted">{t('reminders.ladderHint')}</caption>
        <tbody>
          {rules.ladder.map(({ workingDays, audience }) => (
            <tr key={workingDays}>
              <th scope="row">{words.step(workingDays)}</th>
              <td>{words.audience(audience)}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t('reminders.after')}</th>
            <td>{t('reminders.repeats', { count: rules.repeatWorkingDays })}</td>
          </tr>
        </tbody>
      </table>
      <ul className="reminders-more">
        <li>{t('reminders.hour', { hour: rules.sendHour })}</li>
        {rules.departments.length > 0 && <li>{t('reminders.otherHours', { count: rules.departments.length })}</li>}
        <li>{t('reminders.stalled', rules.stalledApproval)}</li>
        {words.alerts(rules).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <Button
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('reminders.change')}
      </Button>
      {isOpen && (
        <RulesDialog
          rules={rules}
          onClose={() => {
            setOpen(false);
          }}
        />
      )}
    </>
  );
}
