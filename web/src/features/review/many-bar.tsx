import { Button, Checkbox, Space } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazily } from '../../components/parts/lazily.js';
import type { Decision } from './use-decisions.js';
import type { WaitingEntry } from './waiting-entry.js';

/** Fetched when it is asked for: most decisions are of one entry. */
const ManyDialog = lazily(async () => (await import('./many-dialog.js')).default);

interface ManyBarProps {
  /** Those that I may decide on. */
  readonly open: readonly WaitingEntry[];
  /** How many more wait for somebody else, since I took part in them. */
  readonly ofOthers: number;
  readonly selected: readonly WaitingEntry[];
  readonly isDeciding: boolean;
  readonly onSelectAll: (isSelected: boolean) => void;
  readonly onDecide: (how: Decision) => void;
}

/** How many wait, and what can be done with those that are ticked. */
export function ManyBar({ open, ofOthers, selected, isDeciding, onSelectAll, onDecide }: ManyBarProps) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<Decision['move'] | null>(null);
  const count = selected.length;
  return (
    <div className="review-bar">
      <Checkbox
        checked={count > 0 && count === open.length}
        indeterminate={count > 0 && count < open.length}
        disabled={open.length === 0}
        onChange={({ target }) => {
          onSelectAll(target.checked);
        }}
      >
        {t('review.all')}
      </Checkbox>
      <span role="status" className="muted">
        {t('review.waiting', { count: open.length })}
        {ofOthers > 0 && t('review.ownMany', { count: ofOthers })}
      </span>
      {count > 0 && (
        <Space wrap>
          {(['approve', 'return'] as const).map((move) => (
            <Button
              key={move}
              size="small"
              type={move === 'approve' ? 'primary' : 'default'}
              loading={isDeciding}
              onClick={() => {
                setAsked(move);
              }}
            >
              {t(`review.${move}Many`, { count })}
            </Button>
          ))}
        </Space>
      )}
      {asked && (
        <Suspense>
          <ManyDialog
            move={asked}
            entries={selected}
            onCancel={() => {
              setAsked(null);
            }}
            onDecide={(how) => {
              setAsked(null);
              onDecide(how);
            }}
          />
        </Suspense>
      )}
    </div>
  );
}
