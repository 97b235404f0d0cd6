import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Doubt, pagePicture } from '../../../api/imports.js';

interface PagePictureProps {
  readonly importId: string;
  readonly page: number;
  /** Parts of the page, from 0 to 1. */
  readonly box: Doubt['box'];
  readonly onClose: () => void;
}

/** The page as it was scanned, the row in question marked. */
export function PagePicture({ importId, page, box, onClose }: PagePictureProps) {
  const { t } = useTranslation();
  const percent = (part: number): string => `${part * 100}%`;
  return (
    <Modal open footer={null} width="min(1100px, 94vw)" title={t('doubts.showPage', { page })} onCancel={onClose}>
      <div className="page-picture">
        <img src={pagePicture(importId, page)} alt={t('doubts.pageOf', { page })} />
        {box && (
          <div
            className="page-picture-row"
            style={{
              left: percent(box.left),
              top: percent(box.top),
              width: percent(box.width),
              height: percent(box.height),
            }}
          />
        )}
      </div>
    </Modal>
  );
}
