import { useTranslation } from 'react-i18next';
import type { GridMonth } from '../../api/months.js';
import { monthName } from '../../period/month-name.js';
import { isIdle } from './month-needs.js';
import { useMayDecide } from './use-may-decide.js';

/** So that colour does not say it alone. */
const SHAPES: Readonly<Record<GridMonth['state'], string>> = {
  'not-open': '·',
  open: '○',
  late: '▲',
  reopened: '↻',
  closed: '■',
};

const SETTLED = { complete: '✓', idle: '–' } as const;

interface MonthCellProps {
  readonly department: string;
  readonly month: GridMonth;
  readonly onChoose: () => void;
}

/** How a month stands and what it lacks; what has not begun is not to be chosen. */
export function MonthCell({ department, month: standing, onChoose }: MonthCellProps) {
  const { month, state, missing, waiting } = standing;
  const { t } = useTranslation();
  const mayDecide = useMayDecide();
  if (state === 'not-open') return <td className="month-not-open">{t('months.state.not-open')}</td>;
  const lacks = [
    ...(missing > 0 ? [t('months.missing', { count: missing })] : []),
    ...(waiting > 0 ? [t('months.waiting', { count: waiting })] : []),
  ].join(' · ');
  const isSettled = state !== 'closed' && state !== 'reopened' && lacks === '';
  const isComplete = isSettled && !isIdle(standing);
  const look = isComplete ? 'complete' : isSettled ? 'idle' : null;
  return (
    <td className={`month-${look ?? state}`}>
      <button type="button" onClick={onChoose}>
        <span className="month-of">{t('months.cell', { department, month: monthName(month) })}</span>
        <span>
          <span aria-hidden>{look === null ? SHAPES[state] : SETTLED[look]}</span>{' '}
          {t(look === null ? `months.state.${state}` : `months.${look}`)}
        </span>
        <small>{lacks || (isComplete && mayDecide ? t('months.toClose') : ' ')}</small>
      </button>
    </td>
  );
}
