import { ConflictError, DomainError, NotFoundError, type Problem } from '../../domain/domain-error.js';
import type { Month } from '../../domain/month.js';
import type { Deed, SeenEntry } from './entry-writes.repository.js';
import type { ProgressEntry } from './progress-entry.entity.js';
import { STATUS_NAMES } from './transitions.js';

/** Why an entry was not written: there is none, somebody else changed it, or it is not in a state for it. */
export function refusalOf(
  seen: SeenEntry,
  current: ProgressEntry | undefined,
  { action, actor, onBehalfOf }: Deed,
): DomainError {
  // Whoever saves over what was emptied meanwhile is told so, as of any other change.
  if (!current) return action === 'saved' && seen.version !== null ? new ConflictError(null, null) : noEntry(seen);
  if (current.version !== seen.version) return new ConflictError(current, current.version);
  const isOwn = [actor, onBehalfOf].some((who) => who != null && current.authors.includes(who));
  if (current.status === 'submitted' && action === 'approved' && isOwn) return ownSubmission();
  if (current.status === 'submitted' && action === 'recalled' && current.submittedBy !== actor)
    return foreignSubmission();
  const { zh, en } = STATUS_NAMES[current.status];
  return new DomainError('conflict', 'state-conflict', {
    zh: `该填报当前为“${zh}”，不能进行此操作。`,
    en: `The entry is ${en}; this cannot be done now.`,
  });
}

/** Names every problem with its place. */
export const entryInvalid = (name: string, month: Month, problems: readonly Problem[]): DomainError =>
  new DomainError(
    'unfit',
    'entry-invalid',
    {
      zh: `“${name}”${month} 的填报有误：${problems.map(({ message }) => message.zh).join('')}`,
      en: `The entry of “${name}” for ${month} is not valid: ${problems.map(({ message }) => message.en).join(' ')}`,
    },
    problems,
  );

export const noEntry = ({ month }: Pick<SeenEntry, 'month'>): NotFoundError =>
  new NotFoundError({ zh: `${month} 的填报`, en: `entry for ${month}` });

const ownSubmission = (): DomainError =>
  new DomainError('forbidden', 'own-submission', {
    zh: '不能审核自己填写或提交过的填报，请由他人审核。',
    en: 'Nobody approves what they wrote or submitted themselves; ask somebody else.',
  });

const foreignSubmission = (): DomainError =>
  new DomainError('forbidden', 'foreign-submission', {
    zh: '只有提交人可以撤回；请联系提交人，或由审核人退回。',
    en: 'Only whoever submitted the entry can recall it; ask them, or have it returned by the reviewer.',
  });
