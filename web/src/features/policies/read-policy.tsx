import { useTranslation } from 'react-i18next';
import { usePolicy } from '../../api/policies.js';
import type { Policy } from '../../api/types.js';
import { Loaded } from '../../components/loaded.js';
import { Panel } from '../../components/panel.js';
import { Comparison } from './comparison.js';
import { PolicyWords } from './policy-words.js';

interface ReadPolicyProps {
  readonly name: string;
  readonly all: readonly Policy[];
  readonly asOf: string;
}

/** One policy in words beside what it would change; its exact rules below. */
export function ReadPolicy({ name, all, asOf }: ReadPolicyProps) {
  const { t } = useTranslation();
  return (
    <Loaded queries={{ policy: usePolicy(name) }}>
      {({ policy }) => (
        <div className="policies">
          <Panel title={t('policies.inWords')} tools={<span className="muted small">{policy.source}</span>}>
            <PolicyWords policy={policy} others={all.filter((other) => other.name !== name)} />
            <details className="policy-exact">
              <summary>{t('policies.exact', { version: policy.version })}</summary>
              <pre tabIndex={0}>{JSON.stringify(policy, null, 2)}</pre>
            </details>
          </Panel>
          <Panel title={t('policies.comparison')}>
            <Comparison policy={name} asOf={asOf} />
          </Panel>
        </div>
      )}
    </Loaded>
  );
}
