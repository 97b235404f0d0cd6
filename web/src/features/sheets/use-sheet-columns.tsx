import type { TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { TableOrder } from '../../api/scores.js';
import type { ScoreHeadline } from '../../api/types.js';
import { decimal } from '../../components/decimal.js';
import { RatingTag } from '../../components/rating-tag.js';
import { useIsWide, WIDE } from '../../components/use-is-wide.js';
import { WorkbookLink } from './workbook-link.js';

const NUMBER = { align: 'right', className: 'number' } as const;

export function useSheetColumns(order: TableOrder): TableColumnsType<ScoreHeadline> {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const sorted = (key: 'name' | 'pace' | 'points') => ({ key, sorter: true, sortOrder: shownOrder(key, order) });
  return [
    {
      title: t('table.sheet'),
      ...sorted('name'),
      render: (_, { sheetId, asOf, project, department }) => (
        <>
          <Link to={`/sheets/${sheetId}?month=${asOf}`}>{project ?? t('shown.wholeDepartment')}</Link>
          {!isWide && <div className="muted small">{department.name}</div>}
        </>
      ),
    },
    {
      title: t('table.department'),
      key: 'department',
      responsive: WIDE,
      render: (_, { department }) => department.name,
    },
    {
      title: t('sheets.funding'),
      key: 'funding',
      responsive: WIDE,
      ...NUMBER,
      render: (_, { fundingTotal }) => (fundingTotal === null ? '—' : decimal(fundingTotal)),
    },
    {
      title: t('sheets.paceNow'),
      ...sorted('pace'),
      ...NUMBER,
      render: (_, { paceNormalised }) => <strong>{paceNormalised ?? '—'}</strong>,
    },
    { title: t('table.rating'), key: 'rating', render: (_, line) => <Rating {...line} /> },
    {
      title: t('sheets.raw'),
      ...sorted('points'),
      ...NUMBER,
      responsive: WIDE,
      render: (_, { normalised, unjudged, raw, max }) => (
        <>
          {normalised ?? '—'}
          {!unjudged && <div className="muted small">{t('shown.points', { raw, max: decimal(max) })}</div>}
        </>
      ),
    },
    { title: t('table.status'), key: 'state', responsive: WIDE, render: (_, line) => t(stateOf(line)) },
    {
      title: t('sheets.targets'),
      key: 'workbook',
      responsive: WIDE,
      render: (_, { sheetId, project }) => <WorkbookLink id={sheetId} name={project ?? t('shown.wholeDepartment')} />,
    },
  ];
}

/** As the arrow of its column has it. */
function shownOrder(key: 'name' | 'pace' | 'points', order: TableOrder): 'ascend' | 'descend' | null {
  if (order.replace('-', '') !== key) return null;
  return (key === 'name') === !order.startsWith('-') ? 'ascend' : 'descend';
}

function Rating(line: ScoreHeadline) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  return (
    <>
      {line.missing > 0 && !line.unjudged ? (
        <span className="muted small">{t('shown.notJudged')}</span>
      ) : (
        <RatingTag rating={line.paceRating} />
      )}
      {/* Where its column has no room, it is said all the same. */}
      {!isWide && <div className="muted small">{t(stateOf(line))}</div>}
    </>
  );
}

/** Whether its figures are the last word. */
function stateOf({ unjudged, provisional }: ScoreHeadline): 'sheets.unjudged' | 'sheets.provisional' | 'sheets.final' {
  if (unjudged) return 'sheets.unjudged';
  return provisional ? 'sheets.provisional' : 'sheets.final';
}
