import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import type { Policy } from '../../api/types.js';
import { RULES, ruleWords } from './rule-words.js';

interface PolicyWordsProps {
  readonly policy: Policy;
  /** Where they say something else, it stands beside it. */
  readonly others: readonly Policy[];
}

/** Rule by rule in words, with what other policies say differently. */
export function PolicyWords({ policy, others }: PolicyWordsProps) {
  const { t, i18n } = useTranslation();
  return (
    <dl className="policy-words">
      {RULES.map((rule) => {
        const words = ruleWords(policy, rule, t);
        const different = others
          .map((other) => ({ name: other.name, title: other.title, words: ruleWords(other, rule, t) }))
          .filter((other) => other.words !== words);
        return (
          <div key={rule}>
            <dt>{t(`policies.rule.${rule}`)}</dt>
            <dd>
              {words}
              {different.map(({ name, title, words: said }) => (
                <div key={name} className="muted small">
                  ≠ {t('policies.elsewhere', { title: title[i18n.language as Language], words: said })}
                </div>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
