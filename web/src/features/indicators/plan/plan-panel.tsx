import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { MANAGERS } from '@domain/roles.js';
import type { Indicator } from '../../../api/indicators.js';
import { useSession } from '../../../api/session.js';
import { decimal } from '../../../components/decimal.js';
import { Opens } from '../../../components/opens.js';
import { Panel } from '../../../components/panel.js';
import { lazily } from '../../../components/parts/lazily.js';
import { monthName } from '../../../period/month-name.js';
import { takesPlan } from '../../shown/plan/takes-plan.js';

const PlanDialog = lazily(async () => (await import('./plan-dialog.js')).default);

/** 里程碑: what is to be reached by the end of which month. */
export function PlanPanel({ indicator }: { readonly indicator: Indicator }) {
  const { t } = useTranslation();
  const role = useSession().data?.user.role;
  const mayPlan = MANAGERS.some((one) => one === role) && takesPlan(indicator);
  const { milestones, unit } = indicator;
  const isPlanned = milestones.length > 0;
  return (
    <Panel
      title={t('indicatorPlan.title')}
      tools={
        mayPlan && (
          <Opens label={t(isPlanned ? 'indicatorPlan.change' : 'indicatorPlan.set')}>
            {(close) => <PlanDialog indicator={indicator} onClose={close} />}
          </Opens>
        )
      }
    >
      {isPlanned ? (
        <dl className="facts">
          {milestones.map(({ month, target }) => (
            <Fragment key={month}>
              <dt>{monthName(month)}</dt>
              <dd>
                {decimal(target)} {unit}
              </dd>
            </Fragment>
          ))}
        </dl>
      ) : (
        <p className="muted">{t(takesPlan(indicator) ? 'indicatorPlan.none' : 'indicatorPlan.noneFits')}</p>
      )}
    </Panel>
  );
}
