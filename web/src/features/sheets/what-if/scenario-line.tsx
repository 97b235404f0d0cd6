import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Scenario, useChangeScenario, useDeleteScenario, useScenarioScore } from '../../../api/scenarios.js';
import { entriesOf, reachedIn } from './scenario-entries.js';
import type { ScenariosProps } from './scenarios.js';

interface ScenarioLineProps extends ScenariosProps {
  readonly scenario: Scenario;
  readonly maySave: boolean;
}

/** A saved scenario with the score that it comes to: looked at again, brought up to date, deleted. */
export function ScenarioLine({ scenario, sheet, policy, reached, onOpen, maySave }: ScenarioLineProps) {
  const { t } = useTranslation();
  const { data: score } = useScenarioScore(sheet.id, scenario);
  const change = useChangeScenario(sheet.id);
  const remove = useDeleteScenario(sheet.id);
  const { id, version, name } = scenario;
  const error = change.error ?? remove.error;
  return (
    <li>
      <div className="scenario-line">
        <Button
          type="link"
          onClick={() => {
            onOpen(reachedIn(sheet, scenario.entries));
          }}
        >
          {name}
        </Button>
        {score && <span className="number">{t('whatIf.scored', { score: score.normalised ?? '—' })}</span>}
        <span className="muted small">{scenario.savedByName}</span>
        {maySave && Object.keys(reached).length > 0 && (
          <Popconfirm
            title={t('whatIf.updateConfirm', { name })}
            onConfirm={() => {
              const entries = entriesOf(sheet, reached, policy);
              change.mutate({ id, version, name, policy: policy.name, entries });
            }}
          >
            <Button size="small" autoInsertSpace={false} aria-label={t('whatIf.updateNamed', { name })}>
              {t('whatIf.update')}
            </Button>
          </Popconfirm>
        )}
        {maySave && (
          <Popconfirm
            title={t('whatIf.removeConfirm', { name })}
            onConfirm={() => {
              remove.mutate(scenario);
            }}
          >
            <Button size="small" autoInsertSpace={false} aria-label={t('whatIf.removeNamed', { name })}>
              {t('whatIf.remove')}
            </Button>
          </Popconfirm>
        )}
      </div>
      {error && (
        <p role="alert" className="entry-wrong small">
          {error.message}
        </p>
      )}
    </li>
  );
}
