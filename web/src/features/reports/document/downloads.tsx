import { DownloadOutlined } from '@ant-design/icons';
import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import { type FileOptions, type ReportFormat, reportFile } from '../../../api/reports.js';
import { useDownload } from '../../../components/download/use-download.js';

export const FORMATS: readonly ReportFormat[] = ['xlsx', 'docx', 'pdf', 'html'];
export const FORMAT_NAMES: Readonly<Record<ReportFormat, string>> = {
  xlsx: 'Excel',
  docx: 'Word',
  pdf: 'PDF',
  html: 'HTML',
};

interface DownloadsProps {
  readonly id: string;
  readonly version: number;
  readonly options: FileOptions;
}

/** An issued report in each format. */
export function Downloads({ id, version, options }: DownloadsProps) {
  const { t } = useTranslation();
  const download = useDownload();
  return (
    <Space size={6} wrap>
      {FORMATS.map((format) => (
        <Button
          key={format}
          size="small"
          icon={<DownloadOutlined />}
          {...download(reportFile(id, format, options))}
          aria-label={t('reports.downloadAs', { version, format: FORMAT_NAMES[format] })}
        >
          {FORMAT_NAMES[format]}
        </Button>
      ))}
    </Space>
  );
}
