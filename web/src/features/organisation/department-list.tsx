import { Button, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrganisation } from '../../api/organisation.js';
import { LoadError } from '../../components/load-error.js';
import { Loading } from '../../components/loading.js';
import { useAddress } from '../../period/use-address.js';
import { DepartmentLine } from './department-line.js';

interface DepartmentListProps {
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** All departments or those that lack somebody, by name. */
export function DepartmentList({ chosen, onChoose }: DepartmentListProps) {
  const { t } = useTranslation();
  const { address, choose } = useAddress();
  const search = address.get('search') ?? undefined;
  const lacking = address.get('which') === 'lacking';
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = useOrganisation({ search, lacking });
  if (error && !data) return <LoadError error={error} onRetry={() => void refetch()} />;
  const [first] = data?.pages ?? [];
  if (!first) return <Loading />;
  const departments = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <div className="panel organisation-list">
      <Segmented
        block
        aria-label={t('organisation.which')}
        value={lacking ? 'lacking' : 'all'}
        options={[
          { value: 'all', label: t('organisation.all', { count: first.total }) },
          { value: 'lacking', label: t('organisation.lacking', { count: first.lacking }) },
        ]}
        onChange={(which) => {
          choose({ which: which === 'lacking' ? 'lacking' : undefined });
        }}
      />
      <Input.Search
        allowClear
        aria-label={t('organisation.search')}
        placeholder={t('organisation.search')}
        defaultValue={search}
        onSearch={(text) => {
          choose({ search: text.trim() || undefined });
        }}
      />
      {departments.length === 0 && (
        <p>{t(search === undefined && !lacking ? 'organisation.none' : 'organisation.noneFound')}</p>
      )}
      <ul>
        {departments.map((department) => (
          <li key={department.id}>
            <button
              type="button"
              aria-current={department.id === chosen}
              onClick={() => {
                onChoose(department.id);
              }}
            >
              <DepartmentLine {...department} />
            </button>
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('organisation.more')}
        </Button>
      )}
    </div>
  );
}
