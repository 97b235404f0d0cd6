import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '@domain/domain-error.js';
import { describeEntry } from '../../shown/describe-entry.js';
import { openQuestions } from '../open-questions.js';
import { ReturnReason } from '../return-reason.js';
import type { GridEntry } from '../grid/grid-entry.js';
import type { SubmitLine } from './submission.js';
import { ToRow } from './to-row.js';

interface SubmitLinesProps {
  readonly lines: readonly SubmitLine[];
  /** Why a line would be refused, by its key. */
  readonly obstacles: ReadonlyMap<string, string>;
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (key: string, isChosen: boolean) => void;
  readonly onGo: (entry: GridEntry) => void;
}

/** What is handed in, as it is stored. What came back and was not changed since is handed in only where it is chosen. */
export function SubmitLines({ lines, obstacles, chosen, onChoose, onGo }: SubmitLinesProps) {
  const { t, i18n } = useTranslation();
  if (lines.length === 0) return <p className="muted">{t('submit.nothing')}</p>;
  return (
    <div className="paste-entries" tabIndex={0} role="region" aria-label={t('submit.title')}>
      <table className="plain">
        <tbody>
          {lines.map(({ entry, isReturned }) => {
            const { subject, stored, row } = entry;
            return (
              <tr key={subject.key}>
                <th scope="row">
                  <Checkbox
                    checked={chosen.has(subject.key)}
                    onChange={({ target }) => {
                      onChoose(subject.key, target.checked);
                    }}
                  >
                    {subject.name}
                  </Checkbox>
                  {isReturned && (
                    <>
                      <p className="muted small">{t('submit.unchanged')}</p>
                      <ReturnReason indicatorId={row.indicators[0].id} month={subject.month} />
                    </>
                  )}
                  {obstacles.has(subject.key) && (
                    <p className="entry-wrong small">
                      {obstacles.get(subject.key)} <ToRow entry={entry} onGo={onGo} />
                    </p>
                  )}
                  {openQuestions(entry, stored.content).map(({ code, message }) => (
                    <p key={code} className="value-questions small">
                      {message[i18n.language as Language]}
                    </p>
                  ))}
                </th>
                <td className="number">{describeEntry(stored.content, t)}</td>
                <td className="muted">{stored.content.deviationReason ?? stored.content.note}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
