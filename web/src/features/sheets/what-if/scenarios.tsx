import { Button, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeleteScenario, useSaveScenario, useScenarios } from '../../../api/scenarios.js';
import { useSession } from '../../../api/session.js';
import type { Policy, TargetSheet } from '../../../api/types.js';
import { entriesOf, type Reached, reachedIn } from './scenario-entries.js';

interface ScenariosProps {
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
  const remove = useDeleteScenario(sheet.id);
  const maySave = MAY_SAVE.includes(session?.user.role ?? '');
  const error = save.error ?? remove.error;
  return (
    <section aria-label={t('whatIf.saved')} className="scenarios">
      <ul className="inbox">
        {data?.items.map((scenario) => (
          <li key={scenario.id} className="inbox-line">
            <Button
              type="link"
              onClick={() => {
                onOpen(reachedIn(sheet, scenario.entries));
              }}
            >
              {scenario.name}
            </Button>
            <span className="muted small">{scenario.savedBy}</span>
            {maySave && (
              <Popconfirm
                title={t('whatIf.removeConfirm', { name: scenario.name })}
                onConfirm={() => {
                  remove.mutate(scenario);
                }}
              >
                <Button size="small" aria-label={t('whatIf.removeNamed', { name: scenario.name })}>
                  {t('whatIf.remove')}
                </Button>
              </Popconfirm>
            )}
          </li>
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
      {error && (
        <p role="alert" className="entry-wrong">
          {error.message}
        </p>
      )}
    </section>
  );
}
