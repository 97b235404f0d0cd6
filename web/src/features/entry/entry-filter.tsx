import { Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** Fewer rows than these are seen at a glance. */
const ROWS_TO_SEARCH = 12;

export interface EntryFilterProps {
  /** How many rows there are, shown or not. */
  readonly rowCount: number;
  /** Part of a name; the rows without it are not shown. */
  readonly words: string;
  readonly onWords: (words: string) => void;
  /** Whether only the rows that are not filled in, or invalid, are shown. */
  readonly isNarrowed: boolean;
  readonly onNarrow: (isNarrowed: boolean) => void;
}

/** Which rows are drawn. What is handed in does not depend on it. */
export function EntryFilter({ rowCount, words, onWords, isNarrowed, onNarrow }: EntryFilterProps) {
  const { t } = useTranslation();
  return (
    <>
      {rowCount >= ROWS_TO_SEARCH && (
        <Input
          className="entry-find"
          size="small"
          allowClear
          value={words}
          aria-label={t('entry.find')}
          placeholder={t('entry.find')}
          onChange={({ target }) => {
            onWords(target.value);
          }}
        />
      )}
      <Checkbox
        checked={isNarrowed}
        onChange={({ target }) => {
          onNarrow(target.checked);
        }}
      >
        {t('entry.onlyOpen')}
      </Checkbox>
    </>
  );
}
