import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Goal, ScoredIndicator, SheetIndicator } from '../../api/types.js';
import { LightSign } from '../../components/light-sign.js';

interface GoalListProps {
  readonly goals: readonly Goal[];
  readonly indicators: readonly SheetIndicator[];
  readonly scored: readonly ScoredIndicator[];
}

/** The goals in prose, each with the lights of the indicators that show it. */
export function GoalList({ goals, indicators, scored }: GoalListProps) {
  const { t } = useTranslation();
  if (goals.length === 0) return null;
  return (
    <section aria-labelledby="goals-title" style={{ marginTop: 24 }}>
      <Typography.Title level={3} id="goals-title" style={{ fontSize: 16 }}>
        {t('goals.title')}
      </Typography.Title>
      <ol className="goals">
        {goals.map((goal) => {
          const shownBy = indicators.filter(({ id }) => goal.indicatorIds.includes(id));
          return (
            <li key={goal.id} lang="zh-CN">
              {goal.text.replace(/^\d+[、.．]\s*/, '')}
              <div
                lang={undefined}
                style={{ color: 'var(--muted)', fontSize: 13, display: 'flex', gap: 14, flexWrap: 'wrap' }}
              >
                {shownBy.length === 0 && t('goals.unlinked')}
                {shownBy.map(({ id, name }) => (
                  <span key={id}>
                    {name}{' '}
                    <LightSign light={scored.find(({ indicatorId }) => indicatorId === id)?.pace.light ?? 'grey'} />
                  </span>
                ))}
              </div>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
