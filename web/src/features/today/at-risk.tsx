import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Language } from '@domain/domain-error.js';
import { useRisks } from '../../api/scores.js';
import { LightSign } from '../../components/light-sign.js';
import { Loaded } from '../../components/loaded.js';

interface AtRiskProps {
  readonly month: string;
  /** Whether nothing is owed: only then it is good news that nothing is at risk. */
  readonly isWhole: boolean;
}

/** Indicators whose points are in danger, and what can still become of them. */
export function AtRisk({ month, isWhole }: AtRiskProps) {
  const { t, i18n } = useTranslation();
  const risks = useRisks(month);
  return (
    <Loaded queries={{ risks }}>
      {({ risks: { items, total } }) => (
        <>
          {total === 0 && isWhole && <p className="done">{t('today.nothingAtRisk')}</p>}
          {total === 0 && !isWhole && <p className="muted">{t('today.nothingAtRiskYet')}</p>}
          <ul className="inbox">
            {items.map(({ indicatorId, name, light, outlook }) => (
              <li key={indicatorId}>
                <div className="inbox-line">
                  <Link to={`/indicators/${indicatorId}?month=${month}`}>{name}</Link>
                  <LightSign light={light} />
                </div>
                <div className="muted small">{outlook[i18n.language as Language]}</div>
              </li>
            ))}
          </ul>
          {total > items.length && <p className="muted small">{t('shown.more', { count: total - items.length })}</p>}
        </>
      )}
    </Loaded>
  );
}
