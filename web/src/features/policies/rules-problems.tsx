import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RuleProblem } from '../../api/policies.js';
import { jsonLines, lineOf } from './json-lines.js';
import type { ReadRules } from './read-rules.js';

interface RulesProblemsProps {
  readonly text: string;
  readonly read: ReadRules;
  readonly problems: readonly RuleProblem[] | undefined;
  readonly error: Error | null;
  readonly onGo: (line: number) => void;
}

/** What is wrong, line by line; each leads to its place. */
export function RulesProblems({ text, read, problems, error, onGo }: RulesProblemsProps) {
  const { t } = useTranslation();
  if (error) return <Alert type="error" showIcon role="alert" title={error.message} />;
  if (read === null) return <p className="muted">{t('policies.empty')}</p>;
  const lines = 'rules' in read && isJson(text) ? jsonLines(text) : new Map<string, number>();
  const wrong =
    'line' in read
      ? [{ line: read.line, place: '', message: t('policies.noJson') }]
      : (problems ?? []).map(({ pointer, message }) => ({ line: lineOf(lines, pointer), place: pointer, message }));
  if (wrong.length === 0)
    return (
      <p role="status" className="light-green">
        {problems && <>✓ {t('policies.valid')}</>}
      </p>
    );
  return (
    <ul role="alert" className="rules-problems">
      {wrong.map(({ line, place, message }) => (
        <li key={`${place} ${message}`}>
          <Button
            size="small"
            onClick={() => {
              onGo(line);
            }}
          >
            {t('policies.line', { line })}
          </Button>{' '}
          <span className="light-red">
            {place && <code>{place.slice(1).replaceAll('/', ' › ')}</code>} {message}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** It may have been changed since it was read. */
function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
