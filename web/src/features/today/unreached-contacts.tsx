import { useTranslation } from 'react-i18next';
import { useContactProblems } from '../../api/reminders.js';
import { Loaded } from '../../components/loaded.js';
import { Panel } from '../../components/panel.js';

const MOST_SHOWN = 10;

/** What keeps reminders from people; nothing at all where all arrive. */
export function UnreachedContacts() {
  const { t } = useTranslation();
  const problems = useContactProblems();
  if (problems.data?.items.length === 0) return null;
  return (
    <Panel title={t('today.unreached')}>
      <Loaded queries={{ problems }}>
        {({ problems: { items } }) => (
          <>
            <ul>
              {items.slice(0, MOST_SHOWN).map(({ problem, contactId, departmentId, departmentName, name }) => (
                <li key={[problem, contactId, departmentId, name].join(' ')}>
                  {[departmentName, name].filter(Boolean).map((part) => `${part ?? ''} · `)}
                  {t(`today.problem.${problem}`)}
                </li>
              ))}
            </ul>
            {items.length > MOST_SHOWN && (
              <p className="muted">{t('today.moreUnreached', { count: items.length - MOST_SHOWN })}</p>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}
