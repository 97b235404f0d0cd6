import { Button, Checkbox, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryMove } from '../../api/progress.js';
import { ReturnForm } from './return-form.js';

interface DecisionBarProps {
  /** How many I may decide on. */
  readonly open: number;
  /** How many more wait for somebody else, since I took part in them. */
  readonly ofOthers: number;
  readonly selected: number;
  readonly isDeciding: boolean;
  readonly onSelectAll: (isSelected: boolean) => void;
  readonly onDecide: (how: EntryMove) => void;
}

/** How many wait, and what can be done with those that are selected. */
export function DecisionBar({ open, ofOthers, selected, isDeciding, onSelectAll, onDecide }: DecisionBarProps) {
  const { t } = useTranslation();
  const [isReturning, setReturning] = useState(false);
  const decide = (how: EntryMove): void => {
    setReturning(false);
    onDecide(how);
  };
  return (
    <>
      <div className="review-bar">
        <Checkbox
          checked={selected > 0 && selected === open}
          indeterminate={selected > 0 && selected < open}
          disabled={open === 0}
          onChange={({ target }) => {
            onSelectAll(target.checked);
          }}
        >
          {t('review.all')}
        </Checkbox>
        <span role="status" className="muted">
          {t('review.waiting', { count: open })}
          {ofOthers > 0 && t('review.ownMany', { count: ofOthers })}
        </span>
        {selected > 0 && (
          <Space wrap>
            <Button
              type="primary"
              loading={isDeciding}
              onClick={() => {
                decide({ move: 'approve' });
              }}
            >
              {t('review.approveMany', { count: selected })}
            </Button>
            <Button
              onClick={() => {
                setReturning(!isReturning);
              }}
            >
              {t('review.returnMany', { count: selected })}
            </Button>
          </Space>
        )}
      </div>
      {isReturning && selected > 0 && (
        <ReturnForm
          count={selected}
          onReturn={(reason) => {
            decide({ move: 'return', reason });
          }}
        />
      )}
    </>
  );
}
