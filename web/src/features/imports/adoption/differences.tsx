import { Drawer, Empty, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { type SheetDifference, useDifferences } from '../../../api/imports.js';
import { Loaded } from '../../../components/loaded.js';
import { useDraft } from '../draft/use-draft.js';
import { useFieldName } from '../draft/use-field-name.js';
import { useValueWords } from '../draft/use-value-words.js';

type Line = SheetDifference['changes'][number];

/** What the draft would change in sheets that were adopted before, as when a newer version of a document comes. */
export function Differences({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { draft } = useDraft();
  const differences = useDifferences(draft.id);
  const nameOf = (place: number): string => {
    const sheet = draft.draft.sheets[place];
    return [sheet?.department, sheet?.project ?? t('shown.wholeDepartment')].filter(Boolean).join(' · ');
  };
  return (
    <Drawer open size="large" title={t('imports.differences')} onClose={onClose}>
      <Loaded queries={{ differences }}>
        {({ differences: { sheets } }) =>
          sheets.length === 0 ? (
            <Empty />
          ) : (
            sheets.map((sheet) => (
              <section key={sheet.sheet} className="draft-difference">
                <h4>
                  {nameOf(sheet.sheet)} <Tag>{t(`imports.compared.${sheet.state}`)}</Tag>
                </h4>
                <DifferenceTable sheet={sheet} />
              </section>
            ))
          )
        }
      </Loaded>
    </Drawer>
  );
}

function DifferenceTable({ sheet: { changes, records } }: { readonly sheet: SheetDifference }) {
  const { t } = useTranslation();
  const fieldName = useFieldName();
  const words = useValueWords();
  const lines: Line[] = [
    ...changes,
    ...records.map(({ indicator, field, recorded, imported }) => ({ indicator, field, adopted: recorded, imported })),
  ];
  if (lines.length === 0) return null;
  return (
    <Table<Line>
      rowKey={({ indicator, field }) => [indicator, field].join()}
      size="small"
      pagination={lines.length > 50 && { pageSize: 50, showSizeChanger: false }}
      dataSource={lines}
      columns={[
        { title: t('table.indicator'), key: 'indicator', render: (_, { indicator }) => indicator ?? t('table.sheet') },
        { title: t('imports.whatDiffers'), key: 'field', render: (_, { field }) => fieldName(field) },
        { title: t('imports.now'), key: 'adopted', render: (_, { field, adopted }) => words(field, adopted) },
        { title: t('imports.inDocument'), key: 'imported', render: (_, { field, imported }) => words(field, imported) },
      ]}
    />
  );
}
