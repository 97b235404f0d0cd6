import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../../../api/api-error.js';
import type { useSendTemplate } from '../../../api/workbook.js';

type Sent = ReturnType<typeof useSendTemplate>;

interface WorkbookProblemProps {
  readonly preview: Sent;
  readonly taken: Sent;
  readonly isUnreadable: boolean;
  readonly onRetry: () => void;
}

const TOO_LARGE = 413;
/** The file itself does not fit: to look at the same one again leads nowhere. */
const UNFIT = [TOO_LARGE, 422];

/** Why the file as a whole was not read, or not taken; nothing was written then. */
export function WorkbookProblem({ preview, taken, isUnreadable, onRetry }: WorkbookProblemProps) {
  const { t } = useTranslation();
  const error = taken.error ?? preview.error;
  if (!isUnreadable && (!error || error.name === 'AbortError')) return null;
  const status = error instanceof ApiError ? error.status : null;
  const said = status === TOO_LARGE ? t('workbook.tooLarge') : error?.message;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="workbook-note"
      title={isUnreadable ? t('workbook.unreadable') : said}
      description={t(taken.error ? 'workbook.notSure' : 'workbook.nothingWritten')}
      action={
        !isUnreadable &&
        !(status !== null && UNFIT.includes(status)) && (
          <Button size="small" onClick={onRetry}>
            {t('workbook.again')}
          </Button>
        )
      }
    />
  );
}
