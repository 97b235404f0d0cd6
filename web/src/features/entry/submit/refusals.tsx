import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface RefusalsProps {
  /** Why, one line each. */
  readonly reasons: readonly string[];
  /** How many were handed in all the same. */
  readonly written: number;
  /** How many would be taken if their values were confirmed. */
  readonly asked: number;
  readonly isConfirming: boolean;
  readonly onConfirm: () => void;
}

/** What was not handed in, and the way on where it was only asked about. */
export function Refusals({ reasons, written, asked, isConfirming, onConfirm }: RefusalsProps) {
  const { t } = useTranslation();
  if (reasons.length === 0) return null;
  return (
    <Alert
      type="error"
      showIcon
      title={written > 0 ? t('submit.partly', { count: written }) : t('entry.notSubmitted')}
      description={reasons.map((text) => (
        <div key={text}>{text}</div>
      ))}
      action={
        asked > 0 && (
          <Button size="small" loading={isConfirming} onClick={onConfirm}>
            {t('submit.confirm', { count: asked })}
          </Button>
        )
      }
    />
  );
}
