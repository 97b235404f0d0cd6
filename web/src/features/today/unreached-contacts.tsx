import { useTranslation } from 'react-i18next';
import { useContactProblems } from '../../api/reminders.js';
import { ProblemPanel } from '../shown/unreached/problem-panel.js';

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
      <ProblemPanel title={t('unreached.title')} problems={others.filter((one) => !silent.includes(one))} />
      <ProblemPanel title={t('unreached.silent')} problems={silent} />
    </>
  );
}
