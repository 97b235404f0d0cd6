import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type FileOptions, type ReportPreview, type ReportSubject, useIssueReport } from '../../../api/reports.js';
import { monthName } from '../../../period/month-name.js';
import { Downloads } from '../document/downloads.js';

interface IssueBarProps {
  readonly subject: ReportSubject;
  readonly preview: ReportPreview;
  readonly options: FileOptions;
}

/** Issues what is previewed; where nothing has changed since the last version, that is the report. */
export function IssueBar({ subject, preview: { version, last }, options }: IssueBarProps) {
  const { t } = useTranslation();
  const issue = useIssueReport(subject);
  const isIssued = last !== null && last.version === version;
  const month = monthName(subject.month);
  if (isIssued) {
    return (
      <div className="reports-issue" role="status">
        <span className="light-green">✓ {t('reports.isIssued', { month, version })}</span>
        <Downloads id={last.id} version={version} options={options} />
      </div>
    );
  }
  return (
    <Form<{ reason?: string }>
      className="reports-issue"
      onFinish={({ reason }) => {
        issue.mutate(reason?.trim());
      }}
    >
      <span>
        {last ? t('reports.changedSince', { month, version: last.version }) : t('reports.notIssued', { month })}
      </span>
      {last && (
        <Form.Item
          name="reason"
          className="reports-reason"
          rules={[{ required: true, whitespace: true, message: t('reports.reasonMissing') }]}
        >
          <Input maxLength={200} aria-label={t('reports.reason')} placeholder={t('reports.reason')} />
        </Form.Item>
      )}
      <Button type="primary" htmlType="submit" loading={issue.isPending}>
        {t('reports.issue', { version })}
      </Button>
      {issue.error && <Alert type="warning" showIcon role="alert" title={issue.error.message} />}
    </Form>
  );
}
