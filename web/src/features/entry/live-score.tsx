import { useTranslation } from 'react-i18next';
import { statisticsOf } from '../../../../src/domain/entry-statistics.js';
import type { Policy } from '../../../../src/domain/policy.js';
import { scoreIndicator } from '../../../../src/domain/scoring/indicator-score.js';
import { isDecimal } from '../../../../src/domain/exact.js';
import type { EntryContent } from '../../api/progress.js';
import type { IndicatorMonths } from '../../api/types.js';
import { isEmpty } from './entry-content.js';

interface LiveScoreProps {
  readonly indicator: IndicatorMonths;
  readonly month: string;
  readonly content: EntryContent;
  readonly policy: Policy;
}

/** What the indicator would score if this entry were approved: the service's own rules, before anything is sent. */
export function LiveScore({ indicator, month, content, policy }: LiveScoreProps) {
  const { t } = useTranslation();
  if (isEmpty(content)) return null;
  const numbers = [content.value, content.numerator, content.denominator, content.coefficient];
  if (numbers.some((number) => number !== null && !isDecimal(number))) return null;
  const others = indicator.entries.filter((entry) => entry.month < month && entry.status === 'approved');
  const { score, max } = scoreIndicator(indicator, statisticsOf([...others, { ...content, month }]), month, policy);
  if (score === null || max === '0') return null;
  return <span title={t('entry.liveHint')}>{t('entry.live', { score, max })}</span>;
}
