import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { monthName } from '../../../period/month-name.js';
import { printedTarget } from '../../shown/indicator-row.js';
import { totalSince } from '../../shown/total-since.js';
import { useStanding } from '../use-standing.js';
import type { GridEntry } from './grid-entry.js';
import { MonthDetails } from './month/month-details.js';
import { StateCell } from './state-cell.js';

/** Above the year: whose cell it is, how it stands, and what one cell has no room for. */
export function FocusedEntry({ entry }: { readonly entry: GridEntry }) {
  const { t, i18n } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const standing = useStanding(entry);
  const [indicator] = entry.row.indicators;
  const since = totalSince(indicator, entry.month, t);
  const title = `${indicator.name} · ${monthName(entry.month)}`;
  return (
    <div className="focused-entry">
      <strong>{title}</strong>
      <span className="muted">{printedTarget(indicator, i18n.language as Language)}</span>
      {since && <strong>{entry.lock === null ? t('entry.sinceJanuary') : since}</strong>}
      <StateCell entry={entry} standing={standing} />
      <Button
        size="small"
        onClick={() => {
          setOpen(true);
        }}
      >
        {t('entry.remarks')}
      </Button>
      <Drawer
        open={isOpen}
        title={title}
        size="large"
        onClose={() => {
          setOpen(false);
        }}
      >
        <MonthDetails entry={entry} />
      </Drawer>
    </div>
  );
}
