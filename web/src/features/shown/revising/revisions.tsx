import { useTranslation } from 'react-i18next';
import { useRevisions } from '../../../api/sheets.js';
import { useSession } from '../../../api/session.js';
import { Loaded } from '../../../components/loaded.js';
import { Panel } from '../../../components/panel.js';
import { ReviseButton } from './revise-button.js';
import { RevisionList } from './revision-list.js';
import './revising.css';

interface RevisionsProps {
  readonly sheetId: string;
  /** Whose history is shown. */
  readonly indicators: readonly { readonly id: string; readonly name: string }[];
}

/** 目标调整: what was revised, and the way to revise it. */
export function Revisions({ sheetId, indicators }: RevisionsProps) {
  const { t } = useTranslation();
  const revisions = useRevisions(sheetId);
  const mayRevise = useSession().data?.user.role === 'performance-office';
  const [only, ...others] = indicators;
  return (
    <Panel
      title={t('revising.title')}
      tools={mayRevise && <ReviseButton sheetId={sheetId} first={others.length === 0 ? only?.id : undefined} />}
    >
      <Loaded queries={{ revisions }}>
        {({ revisions: { items } }) => (
          <RevisionList revisions={items} names={new Map(indicators.map(({ id, name }) => [id, name]))} />
        )}
      </Loaded>
      {!mayRevise && <p className="muted small">{t('revising.byOffice')}</p>}
    </Panel>
  );
}
