import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwners } from '../../api/owners.js';
import { LoadError } from '../../components/load-error.js';
import { Loading } from '../../components/loading.js';
import { GiveBar } from './give-bar.js';
import { GivenNote } from './given-note.js';
import { NoIndicators } from './no-indicators.js';
import { OwnersFilterBar } from './owners-filter.js';
import { OwnersTable } from './owners-table.js';
import { SuggestedNote } from './suggested-note.js';
import { useGiving } from './use-giving.js';
import { useOwnersFilter } from './use-owners-filter.js';

/** The indicators that the filters leave, and what is done with those that are ticked. */
export function OwnersList() {
  const { t } = useTranslation();
  const { filter } = useOwnersFilter();
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [ranges, setRanges] = useState(0);
  const { give, undo, given, isGiving, error } = useGiving();
  const { data, error: unread, isFetching, refetch, hasNextPage, fetchNextPage } = useOwners(filter);
  if (unread && !data) return <LoadError error={unread} onRetry={() => void refetch()} />;
  const [first] = data?.pages ?? [];
  if (!first) return <Loading rows={12} />;
  const indicators = data?.pages.flatMap(({ items }) => items) ?? [];
  const chosen = indicators.filter(({ id }) => ticked.includes(id));
  const suggested = indicators.flatMap((indicator) => {
    const sectionId = indicator.suggested?.sectionId ?? null;
    return sectionId === null ? [] : [{ indicator, sectionId }];
  });
  const done = (): void => {
    setTicked([]);
  };
  return (
    <div className="panel">
      <OwnersFilterBar total={first.total} unowned={first.unowned} />
      <div className="owners-notes">
        {error && <Alert type="error" showIcon title={error.message} />}
        {given && <GivenNote given={given} isBusy={isGiving} onUndo={undo} />}
        {suggested.length > 0 && (
          <SuggestedNote
            count={suggested.length}
            isBusy={isGiving}
            onTake={() => void give(suggested, (count) => t('owners.taken', { count })).then(done)}
          />
        )}
      </div>
      {indicators.length > 0 && (
        <GiveBar
          chosen={chosen}
          ranges={ranges}
          isBusy={isGiving}
          onGive={(section) =>
            void give(
              chosen.map((indicator) => ({ indicator, sectionId: section?.id ?? null })),
              (count) =>
                section ? t('owners.givenTo', { count, section: section.name }) : t('owners.released', { count }),
            ).then(done)
          }
        />
      )}
      <OwnersTable
        indicators={indicators}
        chosen={ticked}
        isLoading={isFetching && indicators.length === 0}
        empty={<NoIndicators total={first.total} />}
        onChoose={(ids, isRange) => {
          setTicked(ids);
          if (isRange) setRanges(ranges + 1);
        }}
        onTake={(indicator, sectionId, section) =>
          void give([{ indicator, sectionId }], (count) => t('owners.givenTo', { count, section }))
        }
      />
      {hasNextPage && (
        <div className="owners-more">
          <span className="muted">
            {t('owners.shownOf', { shown: indicators.length, count: filter.unowned ? first.unowned : first.total })}
          </span>
          <Button loading={isFetching} onClick={() => void fetchNextPage()}>
            {t('owners.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
