import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type ContactProblem, useContactProblems } from '../../api/reminders.js';
import { Panel } from '../../components/panel.js';

const MOST_SHOWN = 10;
/** These stand among the problems to solve, with their number. */
const COUNTED = ['department-unreached', 'indicators-without-section', 'without-address', 'address-fails'];

/** What else keeps reminders from people, and whom they do not move; nothing at all where all arrive. */
export function UnreachedContacts() {
  const { t } = useTranslation();
  const problems = useContactProblems();
  const others = problems.data?.items.filter(({ problem }) => !COUNTED.includes(problem)) ?? [];
  const silent = others.filter(({ problem }) => problem === 'never-reported');
  return (
    <>
      <ProblemPanel title={t('today.unreached')} problems={others.filter((one) => !silent.includes(one))} />
      <ProblemPanel title={t('today.silent')} problems={silent} />
    </>
  );
}

function ProblemPanel({ title, problems }: { readonly title: string; readonly problems: readonly ContactProblem[] }) {
  const { t } = useTranslation();
  if (problems.length === 0) return null;
  return (
    <Panel title={title}>
      <ul>
        {problems.slice(0, MOST_SHOWN).map(({ problem, contactId, departmentId, departmentName, name }) => (
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
      {problems.length > MOST_SHOWN && (
        <p className="muted">{t('today.moreUnreached', { count: problems.length - MOST_SHOWN })}</p>
      )}
    </Panel>
  );
}
