import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { traitsOf } from '@domain/aggregation.js';
import type { Language } from '@domain/domain-error.js';
import { MANAGERS } from '@domain/roles.js';
import type { Indicator } from '../../../api/indicators.js';
import { useSession } from '../../../api/session.js';
import { decimal } from '../../../components/decimal.js';
import { Opens } from '../../../components/opens.js';
import { Panel } from '../../../components/panel.js';
import { lazily } from '../../../components/parts/lazily.js';
import { monthName } from '../../../period/month-name.js';
import { dueWords } from './due-words.js';
import { ShownGoals } from './shown-goals.js';
import { SharedMeasure } from './shared-measure.js';

const EditIndicator = lazily(async () => (await import('./edit-indicator.js')).default);

/** What an indicator is beside its target: whose, how it counts, what it belongs to. */
export function IndicatorFacts({ indicator }: { readonly indicator: Indicator }) {
  const { t, i18n } = useTranslation();
  const role = useSession().data?.user.role;
  const { section, weight, rule, aggregation, endMonth, endReason, core, basis, evidenceKind } = indicator;
  const facts = [
    ['section', section?.name ?? t('table.unowned')],
    ['weight', decimal(weight)],
    ['rule', rule === null ? t('revising.ruleDefault') : t(`rule.${rule}`)],
    ['aggregation', aggregation && traitsOf(aggregation).words[i18n.language as Language]],
    ['due', dueWords(indicator, t)],
    ['core', core ? t('indicatorFacts.yes') : t('indicatorFacts.no')],
    ['basis', basis],
    ['evidence', evidenceKind],
  ] as const;
  return (
    <Panel
      title={t('indicatorFacts.title')}
      tools={
        MANAGERS.some((one) => one === role) && (
          <Opens label={t('indicatorFacts.change')}>
            {(close) => <EditIndicator indicator={indicator} onClose={close} />}
          </Opens>
        )
      }
    >
      <dl className="facts">
        {facts
          .filter(([, said]) => said)
          .map(([name, said]) => (
            <Fragment key={name}>
              <dt>{t(`indicatorFacts.${name}`)}</dt>
              <dd>{said}</dd>
            </Fragment>
          ))}
      </dl>
      {endMonth !== null && (
        <p>{t('indicatorFacts.until', { month: monthName(endMonth), reason: endReason ?? '—' })}</p>
      )}
      <SharedMeasure indicator={indicator} />
      <ShownGoals indicator={indicator} />
    </Panel>
  );
}
