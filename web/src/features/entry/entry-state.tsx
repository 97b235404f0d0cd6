import { Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../src/domain/domain-error.js';
import { describeEntry } from './describe-entry.js';
import type { EntryInHand } from './use-entry.js';

/** What became of the row: saved, refused and why, changed by somebody else. Words, not colours alone. */
export function EntryState({ hand, due }: { readonly hand: EntryInHand; readonly due: boolean }) {
  const { t, i18n } = useTranslation();
  const { entry, problems, state } = hand;
  if (state.kind === 'conflict')
    return (
      <div role="alert" className="entry-wrong">
        {t('entry.conflict', { theirs: describeEntry(state.theirs, t), mine: describeEntry(hand.content, t) })}
        <Space size={4} style={{ marginTop: 4 }}>
          <Button
            size="small"
            onClick={() => {
              hand.keepMine(state.theirs);
            }}
          >
            {t('entry.keepMine')}
          </Button>
          <Button
            size="small"
            onClick={() => {
              hand.takeTheirs(state.theirs);
            }}
          >
            {t('entry.takeTheirs')}
          </Button>
        </Space>
      </div>
    );
  const [problem] = problems;
  if (problem)
    return (
      <span role="status" className="entry-wrong">
        {problem.message[i18n.language as Language]}
      </span>
    );
  if (state.kind === 'refused' || state.kind === 'unreachable')
    return (
      <span role="alert" className="entry-wrong">
        {state.message} {state.kind === 'unreachable' && t('entry.retrying')}
      </span>
    );
  if (state.kind !== 'saved') return <span className="muted">{t(`entry.${state.kind}`)}</span>;
  if (!entry)
    return <span className={due ? 'entry-missing' : 'muted'}>{t(due ? 'entry.missing' : 'entry.notDue')}</span>;
  return <span className={`entry-${entry.status}`}>{t(`status.${entry.status}`)}</span>;
}
