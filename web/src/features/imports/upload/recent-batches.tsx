import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useBatches } from '../../../api/imports.js';
import { localTime } from '../../../period/local-time.js';

/** The way back to the last upload of several documents, for whoever had left the page. */
export function RecentBatches({ onShow }: { readonly onShow: (id: string) => void }) {
  const { t } = useTranslation();
  const latest = useBatches().data?.items[0];
  if (!latest) return null;
  const { id, createdAt, total, done } = latest;
  return (
    <Button
      size="small"
      type="link"
      onClick={() => {
        onShow(id);
      }}
    >
      {t('imports.lastBatch', { at: localTime(createdAt), total, done })}
    </Button>
  );
}
