import { useTranslation } from 'react-i18next';
import { today } from '../../api/clock.js';
import type { FirstSteps } from '../../api/first-steps.js';
import { LinkButton } from '../../components/link-button.js';
import { Panel } from '../../components/panel.js';
import { problemsOf } from './problems-of.js';

/** What the office has to solve before others can enter and be told. */
export function Problems({ standing }: { readonly standing: FirstSteps }) {
  const { t } = useTranslation();
  const problems = problemsOf(standing, today());
  if (problems.length === 0) return null;
  return (
    <Panel title={t('today.problems')}>
      <ul className="inbox">
        {problems.map(({ name, count, path }) => (
          <li key={`${name} ${count}`} className="inbox-line">
            <span>{t(`today.lacks.${name}`, { count })}</span>
            <LinkButton to={path}>{t(`today.solve.${name}`)}</LinkButton>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
