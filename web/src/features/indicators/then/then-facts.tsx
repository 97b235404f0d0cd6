import { useTranslation } from 'react-i18next';
import type { LocalDate } from '@domain/calendar/working-days.js';
import type { Language } from '@domain/domain-error.js';
import { timeZone } from '../../../api/clock.js';
import type { Indicator } from '../../../api/indicators.js';
import type { useEntryHistory } from '../../../api/progress.js';
import type { Revision } from '../../../api/sheets.js';
import type { ScoredIndicator } from '../../../api/types.js';
import { decimal } from '../../../components/decimal.js';
import { localTime } from '../../../period/local-time.js';
import { monthName } from '../../../period/month-name.js';
import { describeEntry } from '../../shown/describe-entry.js';
import { printedTarget } from '../../shown/indicator-row.js';
import { ScoreCell } from '../../shown/score-cell.js';
import { entryOn, targetOn } from './as-it-stood.js';
import { IssuedScore } from './issued-score.js';

interface ThenFactsProps {
  readonly indicator: Indicator;
  readonly scored: ScoredIndicator;
  /** Up to which `scored` is. */
  readonly asOf: string;
  readonly month: string;
  readonly day: LocalDate;
  readonly history: NonNullable<ReturnType<typeof useEntryHistory>['data']>['items'];
  readonly revisions: readonly Revision[];
}

const STATES = ['draft', 'submitted', 'approved', 'returned'] as const;

/** Target, entry and points of a month, as they stood at the end of a day; beside them what is worked out now. */
export function ThenFacts({ indicator, scored, asOf, month, day, history, revisions }: ThenFactsProps) {
  const { t, i18n } = useTranslation();
  const zone = timeZone();
  const held = targetOn(revisions, { id: indicator.id, month, day, zone }) ?? indicator;
  const change = entryOn(history, day, zone);
  const state = STATES.find((one) => one === change?.entry.status);
  return (
    <dl className="facts">
      <dt>{t('then.target')}</dt>
      <dd>{printedTarget({ ...held, per: indicator.per }, i18n.language as Language)}</dd>
      <dt>{t('then.weight')}</dt>
      <dd>{decimal(held.weight)}</dd>
      <dt>{t('then.entry')}</dt>
      <dd>
        {change === null ? (
          <span className="muted">{t('then.noEntry')}</span>
        ) : (
          <>
            {describeEntry(change.figures, t)} · {state ? t(`status.${state}`) : t(`change.${change.action}`)}
            <div className="muted small">
              {t('then.by', { name: change.actorName, at: localTime(change.changedAt) })}
            </div>
          </>
        )}
      </dd>
      <dt>{t('then.report')}</dt>
      <dd>
        <IssuedScore indicator={indicator} month={month} day={day} />
      </dd>
      <dt>{t('then.now', { month: monthName(asOf, 'short') })}</dt>
      <dd>
        <ScoreCell score={scored} asOf={asOf} />
      </dd>
    </dl>
  );
}
