import { Alert, Button, Checkbox, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDepartments } from '../../../api/organisation.js';
import { type ReportFormat, useBeginBatch } from '../../../api/reports.js';
import { monthName } from '../../../period/month-name.js';
import { FORMAT_NAMES, FORMATS } from '../document/downloads.js';
import { FileOptionFields, useFileOptions } from '../document/file-options.js';
import { useKept } from '../use-kept.js';
import type { ReportChoice } from '../use-report-choice.js';

/** What most want. */
const FIRST: ReportFormat = 'xlsx';

/** What is to be packed; a form as it stands is what most want, and nothing has to be chosen. Issuing is asked once. */
export function BatchForm({ choice: { kind, departmentId, period } }: { readonly choice: ReportChoice }) {
  const { t } = useTranslation();
  const [kept, keep] = useKept('file-formats');
  const formats = FORMATS.filter((format) => (kept ?? FIRST).split(' ').includes(format));
  const [reason, setReason] = useState('');
  const { options, setOptions } = useFileOptions();
  const begin = useBeginBatch();
  const department = useDepartments().data?.items.find(({ id }) => id === departmentId);
  const { month } = period;
  const whose = department?.name ?? t('reports.allDepartments');
  return (
    <div className="reports-batch">
      <p>{t('reports.batch.what', { whose, month: monthName(month), kind: t(`reports.kinds.${kind}`) })}</p>
      <Checkbox.Group<ReportFormat>
        aria-label={t('reports.batch.formats')}
        value={formats}
        options={FORMATS.map((value) => ({ value, label: FORMAT_NAMES[value] }))}
        onChange={(chosen) => {
          keep(chosen.join(' '));
        }}
      />
      <FileOptionFields options={options} maySeePeople onChange={setOptions} />
      <Input
        size="small"
        maxLength={200}
        value={reason}
        aria-label={t('reports.batch.reason')}
        placeholder={t('reports.batch.reason')}
        onChange={({ target }) => {
          setReason(target.value);
        }}
      />
      <Popconfirm
        title={t('reports.batch.sure', { whose, month: monthName(month), kind: t(`reports.kinds.${kind}`) })}
        description={[t('reports.batch.forGood'), ...(kind === 'scoring' ? [t('reports.batch.mailed')] : [])].join('')}
        okText={t('reports.batch.yes')}
        disabled={formats.length === 0}
        onConfirm={() => {
          const asked = { kind, month, formats, ...options, ...(departmentId && { departmentIds: [departmentId] }) };
          begin.mutate({ ...asked, ...(reason.trim() && { reason: reason.trim() }) });
        }}
      >
        <Button type="primary" block disabled={formats.length === 0} loading={begin.isPending}>
          {t(formats.length === 0 ? 'reports.batch.noFormat' : 'reports.batch.begin')}
        </Button>
      </Popconfirm>
      {begin.error && <Alert type="warning" showIcon role="alert" title={begin.error.message} />}
    </div>
  );
}
