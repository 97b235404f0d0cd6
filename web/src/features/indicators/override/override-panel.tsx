import { useTranslation } from 'react-i18next';
import { type Indicator, useOverride } from '../../../api/indicators.js';
import { useSession } from '../../../api/session.js';
import type { ScoredIndicator } from '../../../api/types.js';
import { Loaded } from '../../../components/loaded.js';
import { Opens } from '../../../components/opens.js';
import { Panel } from '../../../components/panel.js';
import { lazily } from '../../../components/parts/lazily.js';
import { monthName } from '../../../period/month-name.js';
import { Overridden } from './overridden.js';
import { WithdrawOverride } from './withdraw-override.js';

const OverrideDialog = lazily(async () => (await import('./override-dialog.js')).default);

interface OverridePanelProps {
  readonly indicator: Indicator;
  readonly scored: ScoredIndicator;
  readonly asOf: string;
}

/** 人工复核: the points that a person gave in the place of the formula's, with who, when and why. */
export function OverridePanel({ indicator, scored, asOf }: OverridePanelProps) {
  const { t } = useTranslation();
  const override = useOverride(indicator.id);
  const mayDecide = useSession().data?.user.role === 'performance-office' && indicator.weight !== '0';
  const stored = override.data ?? null;
  const formula = scored.formulaScore ?? scored.score ?? '—';
  return (
    <Panel
      title={t('override.title')}
      tools={
        mayDecide && (
          <span className="panel-tools">
            <Opens label={t(stored ? 'override.change' : 'override.set')} disabled={override.data === undefined}>
              {(close) => <OverrideDialog {...{ indicator, stored, asOf }} onClose={close} />}
            </Opens>
            {stored && <WithdrawOverride indicatorId={indicator.id} stored={stored} asOf={asOf} formula={formula} />}
          </span>
        )
      }
    >
      <Loaded queries={{ override }}>
        {() => (stored ? <Overridden override={stored} /> : <p className="muted">{t('override.none')}</p>)}
      </Loaded>
      <p className="muted small">
        {t('override.formula', { month: monthName(asOf), formula })}
        {!mayDecide && ` · ${t('override.byOffice')}`}
      </p>
    </Panel>
  );
}
