import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import type { Proposal } from '../../../api/imports.js';
import { useDraft } from '../draft/use-draft.js';
import { ContactAddress } from './contact-address.js';
import { type Taken, withTaken } from './taken.js';

const KINDS = ['section', 'owner', 'contact', 'goal'] as const;

interface ProposalsProps {
  readonly items: readonly Proposal[];
  readonly taken: Taken;
  readonly onChange: (taken: Taken) => void;
}

/** What the document says beside its targets: sections, who answers for what, contacts, goals. Nothing is taken unasked. */
export function Proposals({ items, taken, onChange }: ProposalsProps) {
  const { t, i18n } = useTranslation();
  const { draft } = useDraft();
  // Each sheet counts its goals from 1.
  const sheetName = (id: string): string => {
    const sheet = draft.draft.sheets.find((one) => one.id === id);
    return draft.draft.sheets.length < 2
      ? ''
      : t('imports.ofSheet', { name: sheet?.project ?? t('shown.wholeDepartment') });
  };
  if (items.length === 0) return <p className="muted">{t('imports.noProposals')}</p>;
  return KINDS.map((kind) => {
    const members = items.filter((item) => item.kind === kind);
    if (members.length === 0) return null;
    const some = members.filter(({ key }) => taken.has(key)).length;
    return (
      <fieldset key={kind} className="proposals">
        <legend>
          <Checkbox
            checked={some === members.length}
            indeterminate={some > 0 && some < members.length}
            onChange={({ target: { checked } }) => {
              onChange(
                members.reduce((all, { key }) => withTaken(all, key, checked ? (all.get(key) ?? {}) : null), taken),
              );
            }}
          >
            {t(`imports.proposal.${kind}`)} {some} / {members.length}
          </Checkbox>
        </legend>
        {members.map((item) => (
          <div key={item.key} className="proposal">
            <Checkbox
              checked={taken.has(item.key)}
              onChange={({ target: { checked } }) => {
                onChange(withTaken(taken, item.key, checked ? {} : null));
              }}
            >
              {item.kind === 'goal' && sheetName(item.sheet)}
              {item.message[i18n.language as Language]}
              {!item.isClear && <span className="light-amber small"> {t('imports.unclear')}</span>}
            </Checkbox>
            {item.kind === 'contact' && (
              <ContactAddress
                item={item}
                isTaken={taken.has(item.key)}
                email={taken.get(item.key)?.email ?? ''}
                onChange={(email) => {
                  onChange(withTaken(taken, item.key, { email }));
                }}
              />
            )}
          </div>
        ))}
      </fieldset>
    );
  });
}
