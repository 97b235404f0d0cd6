import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type MissingWork, MOST_ASKED, useAskAll } from '../../../api/missing.js';
import { WhoIsTold } from './who-is-told.js';

interface AskAllProps {
  readonly entries: readonly MissingWork[];
  /** What became of it, to be shown at each entry as well. */
  readonly asked: ReturnType<typeof useAskAll>;
}

/** Asks for everything that is shown: first how many people get a mail, then, when that is wanted, who did and why not others. */
export function AskAll({ entries, asked }: AskAllProps) {
  const { t } = useTranslation();
  const preview = useAskAll();
  const people = preview.data?.told.length ?? 0;
  const error = asked.error ?? preview.error;
  const isTooMany = entries.length > MOST_ASKED;
  return (
    <div className="ask-all">
      {error && <Alert type="error" showIcon role="alert" title={error.message} />}
      {asked.data ? (
        <WhoIsTold answer={asked.data} isDone />
      ) : preview.data ? (
        <>
          <WhoIsTold answer={preview.data} isDone={false} />
          <span className="ask-all-go">
            <Button
              type="primary"
              autoFocus
              disabled={people === 0}
              loading={asked.isPending}
              onClick={() => {
                asked.mutate({ entries, dryRun: false });
              }}
            >
              {t('missing.send', { count: people })}
            </Button>
            <Button onClick={preview.reset}>{t('missing.notNow')}</Button>
          </span>
        </>
      ) : (
        <>
          <Button
            type="primary"
            disabled={isTooMany}
            loading={preview.isPending}
            onClick={() => {
              preview.mutate({ entries, dryRun: true });
            }}
          >
            {t('missing.askAll', { count: entries.length })}
          </Button>
          <span className="muted">{isTooMany ? t('missing.tooMany', { most: MOST_ASKED }) : t('missing.askHint')}</span>
        </>
      )}
    </div>
  );
}
