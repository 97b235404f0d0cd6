import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMoveEntries } from '../../api/progress.js';
import type { ProgressEntry } from '../../api/types.js';
import { monthName } from '../../period/month-name.js';

interface ReopenEntryProps {
  readonly indicatorId: string;
  readonly entry: ProgressEntry;
  /** What it is of, where several stand below each other. */
  readonly name?: string;
}

/** What was approved is opened again with a reason; it goes on to count until it is approved anew. */
export function ReopenEntry({ indicatorId, entry: { month, version }, name }: ReopenEntryProps) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const move = useMoveEntries();
  const problem = move.error?.message ?? move.data?.rows.find((one) => one.problem)?.problem?.title;
  const title = [t('reopen.of', { month: monthName(month) }), name].filter(Boolean).join(' · ');
  return (
    <>
      <Button
        size="small"
        aria-label={title}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('reopen.short')}
      </Button>
      <Modal
        open={isAsking}
        title={title}
        okText={t('reopen.short')}
        okButtonProps={{ disabled: reason.trim() === '' }}
        confirmLoading={move.isPending}
        onCancel={() => {
          setAsking(false);
        }}
        onOk={() => {
          move.mutate(
            { rows: [{ indicatorId, month, version }], how: { move: 'reopen', reason: reason.trim() } },
            {
              onSuccess: ({ rows }) => {
                if (rows.every((one) => one.problem === null)) setAsking(false);
              },
            },
          );
        }}
      >
        {problem && <Alert type="error" showIcon role="alert" title={problem} />}
        <p>{t('reopen.hint')}</p>
        <Input.TextArea
          rows={2}
          maxLength={1000}
          aria-label={t('reopen.reason')}
          placeholder={t('reopen.reason')}
          value={reason}
          onChange={({ target }) => {
            setReason(target.value);
          }}
        />
      </Modal>
    </>
  );
}
