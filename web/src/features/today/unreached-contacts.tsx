import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useContactProblems } from '../../api/reminders.js';
import { Loaded } from '../../components/loaded.js';
import { Panel } from '../../components/panel.js';

const MOST_SHOWN = 10;
/** These stand among the problems to solve, with their number. */
const COUNTED = ['department-unreached', 'indicators-without-section', 'without-address', 'address-fails'];

/** What else keeps reminders from people; nothing at all where all arrive. */
export function UnreachedContacts() {
  const { t } = useTranslation();
  const problems = useContactProblems();
  const others = problems.data?.items.filter(({ problem }) => !COUNTED.includes(problem)) ?? [];
  if (problems.data && others.length === 0) return null;
  return (
    <Panel title={t('today.unreached')}>
      <Loaded queries={{ problems }}>
        {() => (
          <>
            <ul>
              {others.slice(0, MOST_SHOWN).map(({ problem, contactId, departmentId, departmentName, name }) => (
                <li key={[problem, contactId, departmentId, name].join(' ')}>
                  {[departmentName, name].filter(Boolean).map((part) => `${part ?? ''} · `)}
                  {t(`today.problem.${problem}`)}{' '}
                  {(departmentId !== null || problem === 'office-unreached') && (
                    <Link to={departmentId === null ? '/organisation' : `/organisation?department=${departmentId}`}>
                      {t('today.toDepartment')}
                    </Link>
                  )}
                </li>
              ))}
            </ul>
            {others.length > MOST_SHOWN && (
              <p className="muted">{t('today.moreUnreached', { count: others.length - MOST_SHOWN })}</p>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}
