import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { useYearOfMonths } from '../../../api/months.js';
import { usePolicies, useTargetSheet } from '../../../api/queries.js';
import { useRevisions } from '../../../api/sheets.js';
import type { TargetSheet } from '../../../api/types.js';
import { Loaded } from '../../../components/loaded.js';
import { Loading } from '../../../components/loading.js';
import { Revising } from './revising.js';
import './revising.css';

interface ReviseDialogProps {
  readonly sheetId: string;
  readonly first?: string | undefined;
  readonly onClose: () => void;
}

/** A revision, from what holds to what shall hold; its consequences are seen before it is made. */
export default function ReviseDialog({ sheetId, first, onClose }: ReviseDialogProps) {
  const { t } = useTranslation();
  const sheet = useTargetSheet(sheetId);
  const name = sheet.data?.project ?? t('shown.wholeDepartment');
  return (
    <Modal open width={760} title={t('revising.dialog', { sheet: name })} footer={null} onCancel={onClose}>
      {sheet.data ? <Begun sheet={sheet.data} first={first} onClose={onClose} /> : <Loading />}
    </Modal>
  );
}

interface BegunProps extends Pick<ReviseDialogProps, 'first' | 'onClose'> {
  readonly sheet: TargetSheet;
}

function Begun({ sheet, ...rest }: BegunProps) {
  const months = useYearOfMonths(sheet.departmentId, sheet.fiscalYear);
  const queries = { revisions: useRevisions(sheet.id), months, policies: usePolicies() };
  return (
    <Loaded queries={queries}>
      {({ revisions, months: { items }, policies }) => {
        const closed = items.filter(({ state }) => state === 'closed').map(({ month }) => month);
        const policy = policies.items.find((one) => one.name === sheet.policy);
        const execution = sheet.executionWeight ?? policy?.executionWeight ?? '0';
        return <Revising {...{ sheet, closed, execution, revisions: revisions.items, ...rest }} />;
      }}
    </Loaded>
  );
}
