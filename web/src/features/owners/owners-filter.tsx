import { Input, Segmented, Select, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { useTargetSheets } from '../../api/queries.js';
import { decimal } from '../../components/decimal.js';
import { useOwnersFilter } from './use-owners-filter.js';

const BY_NAME = { optionFilterProp: 'label' } as const;

/** What is chosen from: those without owner or all, of a sheet, by a part of the name, of one document. */
export function OwnersFilterBar({ total, unowned }: { readonly total: number; readonly unowned: number }) {
  const { t } = useTranslation();
  const { filter, choose } = useOwnersFilter();
  return (
    <div className="owners-filter">
      <Segmented
        aria-label={t('owners.which')}
        value={filter.unowned ? 'unowned' : 'all'}
        options={[
          { value: 'unowned', label: t('owners.unowned', { count: decimal(String(unowned)) }) },
          { value: 'all', label: t('owners.all', { count: decimal(String(total)) }) },
        ]}
        onChange={(which) => {
          choose({ which: which === 'all' ? 'all' : undefined });
        }}
      />
      {filter.departmentId !== undefined && <SheetSelect departmentId={filter.departmentId} />}
      <Input.Search
        allowClear
        className="owners-search"
        aria-label={t('owners.search')}
        placeholder={t('owners.search')}
        defaultValue={filter.search}
        onSearch={(text) => {
          choose({ search: text.trim() || undefined });
        }}
      />
      {(['import', 'section'] as const).map(
        (one) =>
          filter[`${one}Id`] !== undefined && (
            <Tag
              key={one}
              closable
              onClose={() => {
                choose({ [one]: undefined });
              }}
            >
              {t(one === 'import' ? 'owners.ofImport' : 'owners.ofSection')}
            </Tag>
          ),
      )}
    </div>
  );
}

function SheetSelect({ departmentId }: { readonly departmentId: string }) {
  const { t } = useTranslation();
  const { filter, choose } = useOwnersFilter();
  const sheets = useTargetSheets({ year: filter.year, departmentId }).data?.items ?? [];
  if (sheets.length < 2) return null;
  return (
    <Select
      allowClear
      showSearch={BY_NAME}
      className="owners-sheet"
      aria-label={t('owners.sheet')}
      placeholder={t('owners.sheet')}
      value={filter.sheetId}
      options={sheets.map(({ id, project }) => ({ value: id, label: project ?? t('shown.wholeDepartment') }))}
      onChange={(sheet?: string) => {
        choose({ sheet });
      }}
    />
  );
}
