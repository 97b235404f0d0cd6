import { Button, type TableColumnsType } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AuditEvent } from '../../api/types.js';
import { useAddress } from '../../period/use-address.js';
import { localTime } from '../../period/local-time.js';
import { useIsWide } from '../../components/use-is-wide.js';
import { useDone } from './use-done.js';

/** When, who, what, and why; below each other where a phone has no room for columns. */
export function useAuditColumns(): TableColumnsType<AuditEvent> {
  const { t } = useTranslation();
  const done = useDone();
  const isWide = useIsWide();
  const what = (event: AuditEvent) => (
    <>
      {done(event)}
      {event.subjectId !== null && <Subject id={event.subjectId} />}
    </>
  );
  if (!isWide) {
    const render = (_: unknown, event: AuditEvent) => (
      <>
        <div className="muted small">
          {localTime(event.at, 'medium')} · {event.actor}
        </div>
        {what(event)}
        {event.reason !== null && <div>{event.reason}</div>}
      </>
    );
    return [{ title: t('audit.action'), key: 'line', render }];
  }
  return [
    { title: '#', dataIndex: 'position', align: 'right', className: 'number' },
    { title: t('audit.at'), key: 'at', className: 'one-line', render: (_, { at }) => localTime(at, 'medium') },
    { title: t('audit.actor'), dataIndex: 'actor' },
    { title: t('audit.action'), key: 'action', width: '36%', render: (_, event) => what(event) },
    { title: t('audit.reason'), dataIndex: 'reason' },
  ];
}

/** The way to all that was done to the same thing. */
function Subject({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { choose } = useAddress();
  return (
    <div>
      <Button
        type="link"
        size="small"
        className="audit-subject"
        aria-label={t('audit.story', { id })}
        onClick={() => {
          choose({ subject: id });
        }}
      >
        {id}
      </Button>
    </div>
  );
}
