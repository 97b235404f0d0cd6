import { Button, Drawer, Slider } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import type { Policy, ScoredIndicator, ScoredSheet, SheetIndicator, TargetSheet } from '../../../api/types.js';
import { decimal } from '../../../components/decimal.js';
import { RatingTag } from '../../../components/rating-tag.js';
import { printedTarget } from '../../shown/indicator-row.js';
import { IN_TIME } from './assumed-months.js';
import { Scenarios } from './scenarios.js';
import { assumedScore, type Assumptions } from './assumed-score.js';
import './what-if.css';

export interface WhatIfProps {
  readonly sheet: TargetSheet;
  readonly score: ScoredSheet;
  readonly policy: Policy;
}

interface DrawerProps extends WhatIfProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

const NOTHING: Assumptions = { reached: {}, spent: null };

/** What would the year bring if …: sliders, and the score that the service would give. */
export default function WhatIfDrawer({ sheet, score, policy, open, onClose }: DrawerProps) {
  const { t, i18n } = useTranslation();
  const [assumptions, setAssumptions] = useState(NOTHING);
  const assumed = useMemo(() => assumedScore(sheet, score, policy, assumptions), [sheet, score, policy, assumptions]);
  const { budget, spent } = score.execution;
  const assume = (id: string, value: string): void => {
    setAssumptions((before) => ({ ...before, reached: { ...before.reached, [id]: value } }));
  };
  return (
    <Drawer title={t('whatIf.title')} size={460} open={open} onClose={onClose}>
      <div className="assumed" role="status">
        <span className="assumed-score">{assumed.normalised ?? '—'}</span> <RatingTag rating={assumed.rating} />
        <span className="muted">{t('whatIf.now', { score: score.normalised ?? '—' })}</span>
        <Button
          size="small"
          onClick={() => {
            setAssumptions(NOTHING);
          }}
        >
          {t('whatIf.reset')}
        </Button>
      </div>
      <p className="muted small">{t('whatIf.hint')}</p>
      <Scenarios
        {...{ sheet, policy, reached: assumptions.reached }}
        onOpen={(reached) => {
          setAssumptions({ ...NOTHING, reached });
        }}
      />
      {budget !== null && (
        <AssumedValue
          label={t('sheets.execution')}
          target={`${decimal(budget)} ${t('whatIf.unit')}`}
          value={Number(assumptions.spent ?? score.outlook.forecastSpent ?? spent ?? '0')}
          top={Number(budget) * 1.2}
          points={`${assumed.execution.score ?? '—'} / ${assumed.execution.max}`}
          onValue={(value) => {
            setAssumptions((before) => ({ ...before, spent: value }));
          }}
        />
      )}
      {sheet.indicators.map((indicator, place) => {
        const scored = score.indicators.find(({ indicatorId }) => indicatorId === indicator.id);
        if (!scored || indicator.weight === '0') return null;
        const value = Number(assumptions.reached[indicator.id] ?? startOf(indicator, scored));
        return (
          <AssumedValue
            key={indicator.id}
            label={indicator.name}
            target={printedTarget(indicator, i18n.language as Language)}
            value={value}
            top={topOf(indicator, value)}
            points={`${assumed.indicators[place]?.score ?? '—'} / ${decimal(indicator.weight)}`}
            onValue={(next) => {
              assume(indicator.id, next);
            }}
          />
        );
      })}
    </Drawer>
  );
}

interface AssumedValueProps {
  readonly label: string;
  readonly target: string;
  readonly value: number;
  readonly top: number;
  readonly points: string;
  readonly onValue: (value: string) => void;
}

function AssumedValue({ label, target, value, top, points, onValue }: AssumedValueProps) {
  return (
    <div className="assumed-value">
      <div className="assumed-line">
        <span>
          {label} <span className="muted">{target}</span>
        </span>
        <span className="number">
          <span className="muted">{decimal(value.toFixed(2), 2)} →</span> {points}
        </span>
      </div>
      <Slider
        ariaLabelForHandle={label}
        min={0}
        max={top}
        step={stepOf(top)}
        value={value}
        onChange={(next) => {
          onValue(next.toFixed(2));
        }}
      />
    </div>
  );
}

/** Where the slider stands first: the forecast, or what there is. */
function startOf(indicator: SheetIndicator, { outlook, actual, met, explanation }: ScoredIndicator): string {
  if (indicator.comparator === 'by') return met ? IN_TIME : '0';
  if (indicator.comparator === 'qualitative') return explanation.statistics.coefficient ?? '0';
  return outlook.forecast?.value ?? actual ?? '0';
}

function topOf({ comparator, target, targetUpper, unit }: SheetIndicator, value: number): number {
  if (comparator === 'qualitative' || comparator === 'by') return 1;
  const reach = Number(targetUpper ?? target ?? '1');
  if (unit === '%') return Math.max(100, value);
  return Math.max(reach * 1.5, value, 1);
}

function stepOf(top: number): number {
  if (top <= 1) return 0.05;
  return top <= 20 ? 0.1 : 1;
}
