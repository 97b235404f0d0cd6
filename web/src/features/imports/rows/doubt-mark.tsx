import { Badge } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDraft } from '../draft/use-draft.js';

/** That something about the row is still in doubt. */
export function DoubtMark({ rowId }: { readonly rowId: string }) {
  const { t } = useTranslation();
  const { draft } = useDraft();
  const open = draft.draft.doubts.filter((doubt) => doubt.rowId === rowId && doubt.answered === null);
  if (open.length === 0) return null;
  const isWrong = open.some(({ severity }) => severity === 'error');
  return <Badge status={isWrong ? 'error' : 'warning'} text={t('doubts.doubtsOf', { count: open.length })} />;
}
