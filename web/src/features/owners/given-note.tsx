import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OwnedRow } from '../../api/owners.js';
import type { Given } from './use-giving.js';

const MOST_REFUSALS = 5;

interface GivenNoteProps {
  readonly given: Given;
  readonly isBusy: boolean;
  readonly onUndo: (rows: OwnedRow[]) => void;
}

/** What was done last, what was not and why, and the way back. */
export function GivenNote({ given: { message, refusals, undo }, isBusy, onUndo }: GivenNoteProps) {
  const { t } = useTranslation();
  return (
    <Alert
      showIcon
      role="status"
      type={refusals.length > 0 ? 'warning' : 'success'}
      title={message}
      description={
        refusals.length > 0 && (
          <>
            {t('owners.refused', { count: refusals.length })}
            {refusals.slice(0, MOST_REFUSALS).map((refusal) => (
              <div key={refusal}>{refusal}</div>
            ))}
            {refusals.length > MOST_REFUSALS && t('shown.more', { count: refusals.length - MOST_REFUSALS })}
          </>
        )
      }
      action={
        undo &&
        undo.length > 0 && (
          <Button
            size="small"
            loading={isBusy}
            onClick={() => {
              onUndo(undo);
            }}
          >
            {t('owners.undo')}
          </Button>
        )
      }
    />
  );
}
