import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Language } from '@domain/domain-error.js';
import { standingOf } from '@domain/scoring/unjudged.js';
import { LightSign } from '../../components/light-sign.js';
import { useIsWide } from '../../components/use-is-wide.js';
import { type IndicatorRow, printedTarget } from '../shown/indicator-row.js';
import { ActualCell } from './actual-cell.js';

interface IndicatorNameProps {
  readonly row: IndicatorRow;
  readonly asOf: string;
}

/** An indicator and its section; where there is no room for columns, what was reached of the target, too. */
export function IndicatorName({ row, asOf }: IndicatorNameProps) {
  const { t, i18n } = useTranslation();
  const isWide = useIsWide();
  const { indicator, score } = row;
  return (
    <span className="leaf">
      <Link to={`/indicators/${indicator.id}?month=${asOf}`}>{indicator.name}</Link>{' '}
      {indicator.weight === '0' && <Tag>{t('sheets.commitment')}</Tag>}
      <div className="muted small">{indicator.section?.name ?? t('table.unowned')}</div>
      {!isWide && (
        <div className="small">
          {t('table.target')} {printedTarget(indicator, i18n.language as Language)} ·{' '}
          <ActualCell row={row} asOf={asOf} />{' '}
          {standingOf(score, asOf) === 'judged' && <LightSign light={score.pace.light} />}
        </div>
      )}
    </span>
  );
}
