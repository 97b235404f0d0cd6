import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSaveScenario, useScenarios } from '../../../api/scenarios.js';
import { useSession } from '../../../api/session.js';
import type { Policy, TargetSheet } from '../../../api/types.js';
import { entriesOf, type Reached } from './scenario-entries.js';
import { ScenarioLine } from './scenario-line.js';

export interface ScenariosProps {
  readonly sheet: TargetSheet;
  readonly policy: Policy;
  readonly reached: Reached;
  readonly onOpen: (reached: Reached) => void;
}

const MAY_SAVE: readonly string[] = ['performance-office', 'department-head', 'reporter'];

/** What was assumed before, to be looked at again; nothing of it touches the sheet. */
export function Scenarios({ sheet, policy, reached, onOpen }: ScenariosProps) {
  const { t } = useTranslation();
  const [name, setName] = useState('');
  const { data } = useScenarios(sheet.id);
  const { data: session } = useSession();
  const save = useSaveScenario(sheet.id);
  const maySave = MAY_SAVE.includes(session?.user.role ?? '');
  return (
    <section aria-label={t('whatIf.saved')} className="scenarios">
      <ul className="inbox">
        {data?.items.map((scenario) => (
          <ScenarioLine key={scenario.id} {...{ scenario, sheet, policy, reached, onOpen, maySave }} />
        ))}
      </ul>
      {maySave && (
        <form
          className="scenario-name"
          onSubmit={(event) => {
            event.preventDefault();
            const body = { name: name.trim(), policy: policy.name, entries: entriesOf(sheet, reached, policy) };
            save.mutate(body, {
              onSuccess: () => {
                setName('');
              },
            });
          }}
        >
          <Input
            aria-label={t('whatIf.name')}
            placeholder={t('whatIf.name')}
            maxLength={100}
            value={name}
            onChange={({ target }) => {
              setName(target.value);
            }}
          />
          <Button
            htmlType="submit"
            loading={save.isPending}
            disabled={name.trim() === '' || Object.keys(reached).length === 0}
          >
            {t('whatIf.save')}
          </Button>
        </form>
      )}
      {save.error && (
        <p role="alert" className="entry-wrong">
          {save.error.message}
        </p>
      )}
    </section>
  );
}
