import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useMoveEntries } from '../../../api/progress.js';
import { useSession } from '../../../api/session.js';
import type { GridEntry } from './grid-entry.js';

/** Whoever handed it in takes it back as long as nobody has decided on it. */
export function RecallEntry({ entry: { entry, row, month } }: { readonly entry: GridEntry }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const move = useMoveEntries();
  if (entry?.status !== 'submitted' || entry.submittedBy !== session?.user.username) return null;
  const problem = move.error?.message ?? move.data?.rows.find((one) => one.problem)?.problem?.title;
  return (
    <>
      {' '}
      <Button
        type="link"
        size="small"
        className="entry-recall"
        loading={move.isPending}
        aria-label={t('entry.recallOf', { name: row.indicators[0].name })}
        onClick={() => {
          const { version } = entry;
          move.mutate({ rows: [{ indicatorId: row.indicators[0].id, month, version }], how: { move: 'recall' } });
        }}
      >
        {t('entry.recall')}
      </Button>
      {problem && (
        <div className="entry-wrong" role="alert">
          {problem}
        </div>
      )}
    </>
  );
}
