import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { monthName } from '../../../period/month-name.js';
import { useWorkbook } from './use-workbook.js';
import { WorkbookOut } from './workbook-out.js';
import { WorkbookProblem } from './workbook-problem.js';
import { WorkbookRows } from './workbook-rows.js';
import './workbook.css';

interface WorkbookDialogProps {
  readonly month: string;
  readonly departmentId: string | undefined;
  readonly onClose: () => void;
}

/** Out, filled in offline, and in again: nothing is written before the person has seen what would be. */
export function WorkbookDialog({ month, departmentId, onClose }: WorkbookDialogProps) {
  const { t } = useTranslation();
  const workbook = useWorkbook(month);
  const { file, preview, taken } = workbook;
  const looked = preview.data;
  const fine = looked?.rows.filter(({ problem }) => problem === null).length ?? 0;
  const isBusy = preview.isPending || taken.isPending;
  const footer = taken.data ? (
    <>
      <Button onClick={workbook.another}>{t('workbook.another')}</Button>
      <Button type="primary" autoFocus onClick={onClose}>
        {t('workbook.toGrid')}
      </Button>
    </>
  ) : (
    looked && (
      <>
        <Button disabled={isBusy} onClick={workbook.another}>
          {t('workbook.another')}
        </Button>
        <Button
          type="primary"
          autoFocus
          disabled={fine === 0}
          loading={taken.isPending}
          onClick={() => void workbook.takeOver()}
        >
          {t(looked.refused > 0 ? 'workbook.takeRest' : 'workbook.take', { count: fine })}
        </Button>
      </>
    )
  );
  return (
    <Modal
      open
      width={880}
      title={t('workbook.title', { month: monthName(month) })}
      footer={footer ?? null}
      onCancel={onClose}
    >
      <WorkbookProblem
        preview={preview}
        taken={taken}
        isUnreadable={workbook.isUnreadable}
        onRetry={() => file && void workbook.look(file)}
      />
      {looked ? (
        <WorkbookRows file={file?.name ?? ''} answer={taken.data ?? looked} isTaken={taken.data !== undefined} />
      ) : (
        <WorkbookOut
          month={month}
          departmentId={departmentId}
          isBusy={isBusy}
          onStop={workbook.stop}
          onFile={(chosen) => void workbook.look(chosen)}
        />
      )}
    </Modal>
  );
}
