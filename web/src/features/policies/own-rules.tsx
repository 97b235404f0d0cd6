import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCheckedRules } from '../../api/policies.js';
import type { Policy } from '../../api/types.js';
import { Panel } from '../../components/panel.js';
import { Comparison } from './comparison.js';
import { PolicyWords } from './policy-words.js';
import { readRules } from './read-rules.js';
import { RulesEditor } from './rules-editor.js';
import { useSettled } from './use-settled.js';

/** What was written here is there again until the tab is closed. */
const KEPT = 'jixiao.policies.own';

interface OwnRulesProps {
  readonly all: readonly Policy[];
  readonly asOf: string;
}

/** Rules that somebody tries out: checked while they are written, and compared as soon as they are right. */
export function OwnRules({ all, asOf }: OwnRulesProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(() => sessionStorage.getItem(KEPT) ?? '');
  const settled = useSettled(useDeferredValue(text));
  const read = readRules(settled);
  const rules = read !== null && 'rules' in read ? read.rules : null;
  const checked = useCheckedRules(rules);
  const isRight = rules !== null && settled === text && checked.data?.valid === true && !checked.isPlaceholderData;
  return (
    <div className="policies">
      <Panel title={t('policies.write')}>
        <RulesEditor
          text={text}
          all={all}
          read={read}
          checked={rules === null ? undefined : checked.data}
          error={checked.error}
          onText={(written) => {
            sessionStorage.setItem(KEPT, written);
            setText(written);
          }}
        />
      </Panel>
      <Panel title={t('policies.comparison')}>
        {isRight ? (
          <>
            <Comparison policy={rules} asOf={asOf} />
            <details className="policy-exact">
              <summary>{t('policies.ownInWords')}</summary>
              <PolicyWords policy={rules as unknown as Policy} others={all} />
            </details>
          </>
        ) : (
          <p>{t('policies.onceRight')}</p>
        )}
      </Panel>
    </div>
  );
}
