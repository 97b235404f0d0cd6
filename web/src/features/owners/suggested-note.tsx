import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface SuggestedNoteProps {
  readonly count: number;
  readonly isBusy: boolean;
  readonly onTake: () => void;
}

/** That the owners of some are probably known, to be taken at once. */
export function SuggestedNote({ count, isBusy, onTake }: SuggestedNoteProps) {
  const { t } = useTranslation();
  return (
    <Alert
      type="info"
      showIcon
      title={t('owners.suggested', { count })}
      action={
        <Button type="primary" size="small" loading={isBusy} onClick={onTake}>
          {t('owners.takeAll')}
        </Button>
      }
    />
  );
}
