import { useTranslation } from 'react-i18next';
import { ENTERERS } from '@domain/roles.js';
import { today } from '../../../api/clock.js';
import { useGoalLines } from '../../../api/goals.js';
import { useSession } from '../../../api/session.js';
import type { Goal } from '../../../api/types.js';
import { Opens } from '../../../components/opens.js';
import { lazily } from '../../../components/parts/lazily.js';
import { monthName } from '../../../period/month-name.js';
import { isEnded } from '../../../period/period.js';

const GoalLineDialog = lazily(async () => (await import('./goal-line-dialog.js')).default);
const GoalHistory = lazily(async () => (await import('./goal-history.js')).default);

interface GoalMonthProps {
  readonly goal: Goal;
  readonly number: number;
  readonly month: string;
}

/** What was done for a goal by a month, in prose: read, written anew, and every wording before. */
export function GoalMonth({ goal, number, month }: GoalMonthProps) {
  const { t } = useTranslation();
  const role = useSession().data?.user.role;
  const { data } = useGoalLines(goal.id);
  if (data === undefined) return null;
  const line = data.items.find((one) => one.month === month) ?? null;
  const last = line === null ? data.items.filter((one) => one.month < month).at(-1) : undefined;
  const name = monthName(month);
  const mayWrite = ENTERERS.some((one) => one === role) && isEnded(month, today());
  return (
    <div className="goal-month">
      {line === null ? (
        <span className="muted">{t('goals.noLine', { month: name })} </span>
      ) : (
        <span>
          <span className="muted">{t('goals.line', { month: name })}</span>
          {line.text}{' '}
        </span>
      )}
      {mayWrite && (
        <Opens
          label={t(line ? 'goals.change' : 'goals.write')}
          name={t(line ? 'goals.changeOf' : 'goals.writeOf', { number })}
        >
          {(close) => <GoalLineDialog {...{ goal, month, line }} onClose={close} />}
        </Opens>
      )}
      {line && (
        <Opens label={t('goals.history')} name={t('goals.historyOf', { number })}>
          {(close) => <GoalHistory goalId={goal.id} month={month} onClose={close} />}
        </Opens>
      )}
      {last && <div className="muted small">{t('goals.last', { month: monthName(last.month), text: last.text })}</div>}
    </div>
  );
}
