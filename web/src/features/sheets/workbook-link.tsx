import { DownloadOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { MANAGERS } from '@domain/roles.js';
import { useSession } from '../../api/session.js';
import { sheetWorkbook } from '../../api/workbook.js';
import { useDownload } from '../../components/download/use-download.js';

interface WorkbookLinkProps {
  readonly id: string;
  /** Of the sheet, for whoever hears the link without its row. */
  readonly name: string;
}

/** The targets of a sheet as a workbook, for those who may bring it in again. */
export function WorkbookLink({ id, name }: WorkbookLinkProps) {
  const { t } = useTranslation();
  const download = useDownload();
  const role = useSession().data?.user.role;
  if (!MANAGERS.some((one) => one === role)) return null;
  return (
    <a {...download(sheetWorkbook(id))} aria-label={t('sheets.workbookOf', { name })} title={t('sheets.workbookHint')}>
      <DownloadOutlined aria-hidden /> {t('sheets.workbook')}
    </a>
  );
}
