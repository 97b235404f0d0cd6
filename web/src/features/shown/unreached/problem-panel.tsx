import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ContactProblem } from '../../../api/reminders.js';
import { Panel } from '../../../components/panel.js';

const MOST_SHOWN = 10;

/** What keeps reminders from people, or whom they do not move, each with the way to its repair; nothing where there is none. */
export function ProblemPanel({
  title,
  problems,
}: {
  readonly title: string;
  readonly problems: readonly ContactProblem[];
}) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <Panel title={title}>
      <ul>
        {problems.slice(0, MOST_SHOWN).map(({ problem, contactId, departmentId, departmentName, name }) => (
          <li key={[problem, contactId, departmentId, name].join(' ')}>
            {[departmentName, name].filter(Boolean).map((part) => `${part ?? ''} · `)}
            {t(`unreached.problem.${problem}`)}{' '}
            {(departmentId !== null || problem === 'office-unreached') && (
              <Link to={departmentId === null ? '/organisation' : `/organisation?department=${departmentId}`}>
                {t('unreached.toDepartment')}
              </Link>
            )}
          </li>
        ))}
      </ul>
      {problems.length > MOST_SHOWN && (
        <p className="muted">{t('unreached.more', { count: problems.length - MOST_SHOWN })}</p>
      )}
    </Panel>
  );
}
