import { useTranslation } from 'react-i18next';
import type { Indicator } from '../../../api/indicators.js';
import { useTargetSheet } from '../../../api/queries.js';

/** The goals in prose that an indicator shows; none where nobody has linked it. */
export function ShownGoals({ indicator: { id, sheet } }: { readonly indicator: Indicator }) {
  const { t } = useTranslation();
  const goals = useTargetSheet(sheet.id).data?.goals.filter(({ indicatorIds }) => indicatorIds.includes(id)) ?? [];
  if (goals.length === 0) return null;
  return (
    <>
      <p className="fact-head">{t('indicatorFacts.goals')}</p>
      <ul className="bare-list">
        {goals.map(({ id: goal, text }) => (
          <li key={goal} lang="zh-CN">
            {text}
          </li>
        ))}
      </ul>
    </>
  );
}
