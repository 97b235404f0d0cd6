import { Collapse, Result, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../components/panel.js';
import { useDraft } from '../draft/use-draft.js';
import { DoubtCounts, SEVERITY_CLASSES } from './doubt-counts.js';
import { AnsweredDoubts } from './answered-doubts.js';
import { DoubtGroupList } from './doubt-group-list.js';
import { type DoubtGroup, doubtGroups } from './doubt-groups.js';

/** The doubts as a list of work that empties, one entry for a kind. */
export function Doubts() {
  const { t } = useTranslation();
  const { draft } = useDraft();
  const [which, setWhich] = useState<'open' | 'answered'>('open');
  const groups = doubtGroups(draft.draft.doubts.filter(({ answered }) => answered === null));
  return (
    <Panel
      title={t('doubts.doubts')}
      className="draft-doubts"
      tools={
        <Segmented
          size="small"
          value={which}
          options={[
            { value: 'open', label: t('doubts.open') },
            { value: 'answered', label: `${t('doubts.answered')} ${Object.keys(draft.draft.answered).length}` },
          ]}
          onChange={setWhich}
        />
      }
    >
      {which === 'open' ? <OpenDoubts groups={groups} /> : <AnsweredDoubts />}
    </Panel>
  );
}

function OpenDoubts({ groups }: { readonly groups: readonly DoubtGroup[] }) {
  const { t } = useTranslation();
  const { draft } = useDraft();
  if (groups.length === 0) {
    return (
      <Result
        status="success"
        title={t('doubts.allAnswered')}
        subTitle={t(draft.adoptedAt === null ? 'doubts.allAnsweredHint' : 'doubts.allAdopted')}
      />
    );
  }
  return (
    <>
      {draft.adoptedAt === null ? (
        <DoubtCounts counts={draft.summary.doubts} />
      ) : (
        <p className="muted">{t('doubts.adoptedUnanswered')}</p>
      )}
      <Collapse
        size="small"
        ghost
        defaultActiveKey={groups[0]?.code}
        items={groups.map((group) => ({
          key: group.code,
          label: t(`doubts.doubt.${group.code}`),
          extra: <strong className={SEVERITY_CLASSES[group.severity]}>{group.doubts.length}</strong>,
          children: <DoubtGroupList group={group} />,
        }))}
      />
    </>
  );
}
