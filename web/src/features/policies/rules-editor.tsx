import { Button, Input, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import type { useCheckedRules } from '../../api/policies.js';
import type { Policy } from '../../api/types.js';
import type { ReadRules } from './read-rules.js';
import { RulesProblems } from './rules-problems.js';

interface RulesEditorProps {
  readonly text: string;
  readonly all: readonly Policy[];
  readonly read: ReadRules;
  readonly checked: ReturnType<typeof useCheckedRules>['data'];
  readonly error: Error | null;
  readonly onText: (text: string) => void;
}

const ID = 'own-rules';

/** Written here or in a file; what is wrong stands below with its line, and leads there. */
export function RulesEditor({ text, all, read, checked, error, onText }: RulesEditorProps) {
  const { t, i18n } = useTranslation();
  const goTo = (line: number): void => {
    const area = document.getElementById(ID) as HTMLTextAreaElement | null;
    const lines = text.split('\n');
    const from = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    area?.focus();
    area?.setSelectionRange(from, from + (lines[line - 1]?.length ?? 0));
  };
  return (
    <>
      <div className="rules-tools">
        <span>{t('policies.startFrom')}</span>
        {all.map((policy) => (
          <Button
            key={policy.name}
            size="small"
            onClick={() => {
              onText(JSON.stringify({ ...policy, name: 'draft', version: '1' }, null, 2));
            }}
          >
            {policy.title[i18n.language as Language]}
          </Button>
        ))}
        <Upload
          accept=".json"
          showUploadList={false}
          beforeUpload={(file) => {
            void file.text().then(onText);
            return false;
          }}
        >
          <Button size="small">{t('policies.fromFile')}</Button>
        </Upload>
      </div>
      <label htmlFor={ID} className="muted small">
        {t('policies.rulesLabel')}
      </label>
      <Input.TextArea
        id={ID}
        className="rules-text"
        spellCheck={false}
        maxLength={20_000}
        autoSize={{ minRows: 14, maxRows: 30 }}
        value={text}
        onChange={({ target }) => {
          onText(target.value);
        }}
      />
      <RulesProblems text={text} read={read} problems={checked?.problems} error={error} onGo={goTo} />
    </>
  );
}
