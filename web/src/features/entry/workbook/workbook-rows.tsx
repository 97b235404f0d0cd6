import { Alert, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UploadedRow, UploadedTemplate } from '../../../api/workbook.js';
import { useIsWide, WIDE } from '../../../components/use-is-wide.js';
import { describeEntry } from '../../shown/describe-entry.js';
import { FilledRow } from './filled-row.js';

interface WorkbookRowsProps {
  readonly file: string;
  readonly answer: UploadedTemplate;
  /** It was written; before, it says what would be. */
  readonly isTaken: boolean;
}

/** Row by row: what stands there, what the workbook says, and what cannot be written and why; that comes first. */
export function WorkbookRows({ file, answer: { rows, refused, unchanged }, isTaken }: WorkbookRowsProps) {
  const { t } = useTranslation();
  const isWide = useIsWide();
  const fine = rows.length - refused;
  const sorted = [...rows].sort((a, b) => Number(a.problem === null) - Number(b.problem === null));
  return (
    <>
      <p role="status" className="workbook-summary">
        <span>{file}</span>
        <span className="light-green">{t(isTaken ? 'workbook.written' : 'workbook.toWrite', { count: fine })}</span>
        <span className={refused > 0 ? 'light-red' : 'muted'}>{t('workbook.refused', { count: refused })}</span>
        <span className="muted">{t('workbook.unchanged', { count: unchanged })}</span>
      </p>
      {rows.length === 0 && <Alert type="info" showIcon title={t('workbook.nothingNew')} />}
      {isTaken && fine > 0 && <Alert type="success" showIcon title={t('workbook.next')} />}
      {!isTaken && refused > 0 && <p>{t('workbook.refusedHow')}</p>}
      {rows.length > 0 && (
        <Table<UploadedRow>
          size="small"
          rowKey="row"
          className="workbook-rows"
          dataSource={sorted}
          pagination={rows.length > 12 && { pageSize: 12, size: 'small', showSizeChanger: false }}
          columns={[
            { title: t('workbook.row'), dataIndex: 'row', width: 56, align: 'right', className: 'number' },
            {
              title: t('table.indicator'),
              key: 'indicator',
              render: (_, { indicator, sheet }) => (
                <>
                  {indicator}
                  <div className="muted small">{sheet}</div>
                </>
              ),
            },
            {
              title: t('workbook.now'),
              key: 'now',
              align: 'right',
              responsive: WIDE,
              render: (_, { stored }) => <span className="muted">{stored ? describeEntry(stored, t) : '—'}</span>,
            },
            {
              title: t(isTaken ? 'workbook.outcome' : 'workbook.then'),
              key: 'then',
              width: isWide ? '44%' : '50%',
              render: (_, row) => <FilledRow row={row} />,
            },
          ]}
        />
      )}
    </>
  );
}
