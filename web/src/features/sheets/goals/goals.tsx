import { useTranslation } from 'react-i18next';
import type { ScoredSheet, TargetSheet } from '../../../api/types.js';
import { Panel } from '../../../components/panel.js';
import { GoalItem } from './goal-item.js';
import './goals.css';

interface GoalsProps {
  readonly sheet: TargetSheet;
  readonly score: ScoredSheet;
}

/** The goals in prose, each with the lights of the indicators that show it and what was done for it. */
export function Goals({ sheet, score }: GoalsProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('goals.title')}>
      {sheet.goals.length === 0 && <p className="muted">{t('goals.none')}</p>}
      <ol className="goals">
        {sheet.goals.map((goal, place) => (
          <GoalItem key={goal.id} number={place + 1} {...{ goal, sheet, score }} />
        ))}
      </ol>
    </Panel>
  );
}
