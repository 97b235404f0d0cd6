import { Button, Drawer, Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRepairs } from '../../../api/imports.js';
import { Loaded } from '../../../components/loaded.js';
import { localTime } from '../../../period/local-time.js';
import { ChangeLines } from './change-lines.js';
import { useDraft } from './use-draft.js';

/** Who changed what in the draft; each change can be taken back by itself. */
export function RepairHistory({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { draft, repair, isChanging } = useDraft();
  const repairs = useRepairs(draft.id);
  const undo = (number: number) => (
    <Button
      size="small"
      loading={isChanging}
      onClick={() => {
        repair([{ kind: 'undo', number }], () => void repairs.refetch());
      }}
    >
      {t('draft.undo')}
    </Button>
  );
  return (
    <Drawer open size="large" title={t('draft.history')} onClose={onClose}>
      <Loaded queries={{ repairs }}>
        {({ repairs: { items } }) => {
          const undone = new Set(items.flatMap(({ repair: made }) => (made.kind === 'undo' ? [made.number] : [])));
          if (items.length === 0) return <Empty description={t('draft.noHistory')} />;
          return (
            <ol className="draft-history">
              {items.toReversed().map(({ number, actor, madeAt, repair: made, changes }) => (
                <li key={number}>
                  <div className="draft-history-head">
                    <strong>
                      {number}. {t(`draft.repair.${made.kind}`)} {made.kind === 'undo' && made.number}
                    </strong>
                    {undone.has(number) && <span className="muted">{t('draft.undone')}</span>}
                    {made.kind !== 'undo' && !undone.has(number) && draft.adoptedAt === null && undo(number)}
                  </div>
                  <div className="muted small">{t('imports.broughtBy', { by: actor, at: localTime(madeAt) })}</div>
                  <ChangeLines changes={changes} />
                </li>
              ))}
            </ol>
          );
        }}
      </Loaded>
    </Drawer>
  );
}
