import { Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileOptions } from '../../../api/reports.js';
import { useKept } from '../use-kept.js';

const LANGUAGES = ['zh', 'en'] as const;

/**
 * The page's language until somebody chooses another, for all files of the page; nobody's name or number in full until
 * somebody says otherwise, at each place anew.
 */
export function useFileOptions() {
  const { i18n } = useTranslation();
  const [chosen, choose] = useKept('file-language');
  const [personalData, setPersonalData] = useState<FileOptions['personalData']>('masked');
  const language = LANGUAGES.find((one) => one === (chosen ?? i18n.language)) ?? 'zh';
  const setOptions = (options: FileOptions): void => {
    if (options.language !== language) choose(options.language === i18n.language ? null : options.language);
    setPersonalData(options.personalData);
  };
  return { options: { language, personalData }, setOptions };
}

interface FileOptionFieldsProps {
  readonly options: FileOptions;
  /** Whether names and numbers can be asked for. */
  readonly maySeePeople: boolean;
  readonly onChange: (options: FileOptions) => void;
}

/** How files are written: in which language, and whether people's names and numbers are in full. */
export function FileOptionFields({ options, maySeePeople, onChange }: FileOptionFieldsProps) {
  const { t } = useTranslation();
  return (
    <div className="reports-options">
      <Select
        size="small"
        aria-label={t('reports.language')}
        value={options.language}
        options={LANGUAGES.map((value) => ({ value, label: t(`reports.languages.${value}`) }))}
        onChange={(language) => {
          onChange({ ...options, language });
        }}
      />
      {maySeePeople && (
        <Checkbox
          checked={options.personalData === 'shown'}
          onChange={({ target }) => {
            onChange({ ...options, personalData: target.checked ? 'shown' : 'masked' });
          }}
        >
          {t('reports.showPeople')}
        </Checkbox>
      )}
    </div>
  );
}
