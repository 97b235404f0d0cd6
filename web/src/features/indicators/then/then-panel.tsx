import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { today } from '../../../api/clock.js';
import type { Indicator } from '../../../api/indicators.js';
import { useEntryHistory } from '../../../api/progress.js';
import { useRevisions } from '../../../api/sheets.js';
import type { ProgressEntry, ScoredIndicator } from '../../../api/types.js';
import { Loaded } from '../../../components/loaded.js';
import { Panel } from '../../../components/panel.js';
import { monthName } from '../../../period/month-name.js';
import { useAddress } from '../../../period/use-address.js';
import { EntryHistory } from '../../shown/entry-history.js';
import { lastEntered } from './as-it-stood.js';
import { ThenFacts } from './then-facts.js';

interface ThenPanelProps {
  readonly indicator: Indicator;
  readonly scored: ScoredIndicator;
  readonly entries: readonly ProgressEntry[];
  /** The month of the page. */
  readonly asOf: string;
}

/**
 * A month as it stood on some day: target, entry and issued points of then; and all that was done to its entry. Of a month
 * without an entry there is nothing to see: the last one before it that has one stands there.
 */
export function ThenPanel({ indicator, scored, entries, asOf }: ThenPanelProps) {
  const { t } = useTranslation();
  const { address, choose } = useAddress();
  const day = address.get('day') ?? '';
  const month = lastEntered(entries, asOf);
  const queries = { history: useEntryHistory(indicator.id, month), revisions: useRevisions(indicator.sheet.id) };
  return (
    <Panel title={t('then.title', { month: monthName(month) })}>
      {month !== asOf && <p className="muted">{t('then.instead', { month: monthName(asOf) })}</p>}
      <label className="then-day">
        {t('then.day')}
        <Input
          type="date"
          size="small"
          max={today()}
          value={day}
          onChange={({ target: { value } }) => {
            choose({ day: value || undefined });
          }}
        />
      </label>
      <Loaded queries={queries}>
        {({ history, revisions }) => (
          <ThenFacts
            {...{ indicator, scored, asOf, month, history: history?.items ?? [], revisions: revisions.items }}
            day={day === '' ? today() : day}
          />
        )}
      </Loaded>
      <p className="fact-head">{t('then.history')}</p>
      <EntryHistory indicatorId={indicator.id} month={month} />
    </Panel>
  );
}
