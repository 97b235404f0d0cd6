import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSheetScore } from '../../../api/queries.js';
import { useScoreUnder } from '../../../api/sheets.js';
import type { ScoredSheet, TargetSheet } from '../../../api/types.js';
import { Loaded } from '../../../components/loaded.js';
import { RatingTag } from '../../../components/rating-tag.js';
import { monthName } from '../../../period/month-name.js';

interface PolicyEffectProps {
  readonly sheet: TargetSheet;
  readonly asOf: string;
  /** null: none is chosen yet. */
  readonly policy: string | null;
}

interface Line {
  readonly id: string;
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** What another policy makes of the sheet: its score, its pace, and the indicators whose points change. */
export function PolicyEffect({ sheet, asOf, policy }: PolicyEffectProps) {
  const { t } = useTranslation();
  const queries = { own: useSheetScore(sheet.id, asOf), other: useScoreUnder(sheet.id, asOf, policy) };
  if (policy === null) return <p className="muted">{t('sheetPolicy.choose')}</p>;
  return (
    <Loaded queries={queries}>
      {({ own, other }) => {
        const lines = changedLines(sheet, own, other, t('sheetPolicy.execution'));
        return (
          <>
            <p role="status">
              {t('sheetPolicy.effect', {
                month: monthName(asOf),
                before: own.normalised ?? '—',
                after: other.normalised ?? '—',
              })}{' '}
              <RatingTag rating={other.rating} />
            </p>
            <p role="status">
              {t('sheetPolicy.pace', { before: own.pace.normalised ?? '—', after: other.pace.normalised ?? '—' })}{' '}
              <RatingTag rating={other.pace.rating} /> {t('sheetPolicy.otherMonths')}
            </p>
            {lines.length === 0 ? (
              <p>{t('sheetPolicy.same')}</p>
            ) : (
              <Table<Line>
                size="small"
                rowKey="id"
                pagination={false}
                dataSource={lines}
                columns={[
                  { title: t('sheetPolicy.indicator'), dataIndex: 'name' },
                  {
                    title: t('sheetPolicy.points'),
                    key: 'points',
                    align: 'right',
                    className: 'number',
                    render: (_, { before, after }) => `${before ?? '—'} → ${after ?? '—'}`,
                  },
                ]}
              />
            )}
          </>
        );
      }}
    </Loaded>
  );
}

function changedLines({ indicators }: TargetSheet, own: ScoredSheet, other: ScoredSheet, execution: string): Line[] {
  const pointsIn = (score: ScoredSheet, id: string): string | null =>
    score.indicators.find(({ indicatorId }) => indicatorId === id)?.score ?? null;
  const lines = indicators.map(({ id, name }) => ({ id, name, before: pointsIn(own, id), after: pointsIn(other, id) }));
  const spent = { id: 'execution', name: execution, before: own.execution.score, after: other.execution.score };
  return [...lines, spent].filter(({ before, after }) => before !== after);
}
