import { useTranslation } from 'react-i18next';
import { MANAGERS } from '@domain/roles.js';
import { useSession } from '../../../api/session.js';
import type { Goal, ScoredSheet, TargetSheet } from '../../../api/types.js';
import { LightSign } from '../../../components/light-sign.js';
import { Opens } from '../../../components/opens.js';
import { lazily } from '../../../components/parts/lazily.js';
import { GoalMonth } from './goal-month.js';

const LinkDialog = lazily(async () => (await import('./link-dialog.js')).default);

interface GoalItemProps {
  readonly number: number;
  readonly goal: Goal;
  readonly sheet: TargetSheet;
  readonly score: ScoredSheet;
}

export function GoalItem({ number, goal, sheet, score }: GoalItemProps) {
  const { t } = useTranslation();
  const role = useSession().data?.user.role;
  const shownBy = sheet.indicators.filter(({ id }) => goal.indicatorIds.includes(id));
  return (
    <li>
      <div lang="zh-CN">{goal.text.replace(/^\d+[、.．]\s*/, '')}</div>
      <div className="goal-lights muted small">
        {shownBy.length === 0 && t('goals.unlinked')}
        {shownBy.map(({ id, name }) => (
          <span key={id}>
            {name}{' '}
            <LightSign light={score.indicators.find(({ indicatorId }) => indicatorId === id)?.pace.light ?? 'grey'} />
          </span>
        ))}
        {MANAGERS.some((one) => one === role) && (
          <Opens label={t('goals.link')} name={t('goals.linkOf', { number })}>
            {(close) => <LinkDialog goal={goal} number={number} indicators={sheet.indicators} onClose={close} />}
          </Opens>
        )}
      </div>
      <GoalMonth goal={goal} number={number} month={score.asOf} />
    </li>
  );
}
