import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { Button, Spin, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { templateDownload } from '../../../api/workbook.js';
import { useDownload } from '../../../components/download/use-download.js';
import { monthName } from '../../../period/month-name.js';

interface WorkbookOutProps {
  readonly month: string;
  readonly departmentId: string | undefined;
  readonly isBusy: boolean;
  readonly onStop: () => void;
  readonly onFile: (file: File) => void;
}

/** Two steps: the workbook goes out, and comes back filled in. */
export function WorkbookOut({ month, departmentId, isBusy, onStop, onFile }: WorkbookOutProps) {
  const { t } = useTranslation();
  const download = useDownload();
  return (
    <ol className="workbook-steps">
      <li>
        <strong>{t('workbook.out')}</strong>
        <p>{t('workbook.how')}</p>
        <Button icon={<DownloadOutlined />} {...download(templateDownload(month, departmentId))}>
          {t('workbook.download', { month: monthName(month) })}
        </Button>
      </li>
      <li>
        <strong>{t('workbook.in')}</strong>
        <p>{t('workbook.dropHint')}</p>
        <Upload.Dragger
          accept=".xlsx"
          showUploadList={false}
          disabled={isBusy}
          beforeUpload={(file) => {
            onFile(file);
            return false;
          }}
        >
          <InboxOutlined aria-hidden /> {t('workbook.drop')}
        </Upload.Dragger>
        {isBusy && (
          <p role="status" className="workbook-busy">
            <Spin size="small" /> {t('workbook.looking')}
            <Button size="small" onClick={onStop}>
              {t('workbook.stop')}
            </Button>
          </p>
        )}
      </li>
    </ol>
  );
}
