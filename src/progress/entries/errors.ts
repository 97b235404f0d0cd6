import { monthName } from '../../domain/calendar/month-name.js';
import {
  ConflictError,
  DomainError,
  errorAt,
  type Message,
  NotFoundError,
  type Problem,
} from '../../domain/domain-error.js';
import type { Month } from '../../domain/calendar/month.js';
import type { Deviation } from '../../domain/entries/deviation.js';
import type { IndicatorOfYear } from '../../targets/indicators/indicators.service.js';
import type { ChangeContext, SeenEntry } from './entry-writes.repository.js';
import type { ProgressEntry } from './progress-entry.entity.js';
import { STATUS_NAMES, TRANSITIONS } from './transitions.js';

/** Why an entry was not written: there is none, somebody else changed it, or it is not in a state for it. */
export function refusalOf(
  seen: SeenEntry,
  current: ProgressEntry | undefined,
  { action, actor, onBehalfOf }: ChangeContext,
): DomainError {
  // Whoever saves over what was emptied meanwhile is told so, as of any other change.
  if (!current) return action === 'saved' && seen.version !== null ? new ConflictError(null, null) : noEntry(seen);
  if (current.version !== seen.version)
    return new ConflictError(current, current.version, action === 'saved' ? undefined : movedMeanwhile(current));
  const isOwn = [actor, onBehalfOf].some((who) => who != null && current.authors.includes(who));
  if (current.status === 'submitted' && action === 'approved' && isOwn) return ownSubmission();
  if (current.status === 'submitted' && action === 'recalled' && current.submittedBy !== actor)
    return foreignSubmission();
  if (action === 'withdrawn' && TRANSITIONS.withdrawn.from.some((status) => status === current.status))
    return decisionStands();
  const { zh, en } = STATUS_NAMES[current.status];
  return new DomainError('conflict', 'state-conflict', {
    zh: `该填报当前为“${zh}”，不能进行此操作。`,
    en: `The entry is ${en}; this cannot be done now.`,
  });
}

/** Whoever moves an entry has nothing to save again: what they read is how it stands now. */
function movedMeanwhile({ status }: ProgressEntry): Message {
  const { zh, en } = STATUS_NAMES[status];
  return {
    zh: `刚才已有他人处理这项填报，现为“${zh}”；您的操作没有执行。请核对后再决定。`,
    en: `Somebody else has dealt with this entry meanwhile: it is ${en} now. Nothing was done; look at it again, then decide.`,
  };
}

/** Names every problem with its place. */
export const entryInvalid = (name: string, month: Month, problems: readonly Problem[]): DomainError =>
  new DomainError(
    'unfit',
    'entry-invalid',
    {
      zh: `“${name}”${monthName(month).zh}的填报有误：${problems.map(({ message }) => message.zh).join('')}`,
      en: `The entry of “${name}” for ${monthName(month).en} is not valid: ${problems.map(({ message }) => message.en).join(' ')}`,
    },
    problems,
  );

const REASON_NAMES = {
  deviationReason: { zh: '偏差原因分析', en: 'the reason for the deviation' },
  correctiveMeasure: { zh: '改进措施', en: 'the corrective measure' },
};

/** @param missing the reasons that are to be given before the entry is submitted */
export function entryUnexplained(
  name: string,
  month: Month,
  { code, message: why }: Deviation,
  missing: readonly (keyof typeof REASON_NAMES)[],
): DomainError {
  const messages = {
    zh: `“${name}”${monthName(month).zh}有偏差：${why.zh}。提交前须填写偏差原因分析和改进措施。`,
    en: `“${name}” deviates in ${monthName(month).en}: ${why.en}. Give the reason and the corrective measure before it is submitted.`,
  };
  const problems = missing.map((field): Problem => {
    const { zh, en } = REASON_NAMES[field];
    return { code, pointer: `/${field}`, message: { zh: `请填写${zh}：${why.zh}。`, en: `Give ${en}: ${why.en}.` } };
  });
  return new DomainError('unfit', 'deviation-unexplained', messages, problems);
}

export const noEntry = ({ month }: Pick<SeenEntry, 'month'>): NotFoundError =>
  new NotFoundError({ zh: `${monthName(month).zh}的填报`, en: `entry for ${monthName(month).en}` });

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

const decisionStands = (): DomainError =>
  new DomainError('conflict', 'decision-stands', {
    zh: '审核决定只能由作出的人在 1 分钟内撤销。已通过的请重新打开，已退回的等填报人重新提交。',
    en: 'Only whoever decided can withdraw it, within a minute. Reopen what was approved; what was returned is submitted again.',
  });

export const monthNotOpen = (month: Month): DomainError =>
  errorAt('/month', 'unfit', 'month-not-open', {
    zh: `${monthName(month).zh}尚未结束，次月 1 日起填报。`,
    en: `${monthName(month).en} is not over yet; its entries open on the 1st of the next month.`,
  });

export function enteredByMeasure({ name, measure }: IndicatorOfYear): DomainError {
  const said = measure?.name ?? '';
  return new DomainError('conflict', 'entered-by-measure', {
    zh: `“${name}”由共用数据“${said}”统一填报，不能单独修改。请在该共用数据中填报。`,
    en: `“${name}” is entered by the measure “${said}” for several indicators at once and cannot be changed alone. Enter the measure instead.`,
  });
}

export const completedOnce = (name: string, { month, completedOn }: ProgressEntry): DomainError =>
  new DomainError('unfit', 'already-completed', {
    zh: `“${name}”已在${monthName(month).zh}填报完成日期 ${completedOn ?? ''}，只填一次。要更正，请修改${monthName(month).zh}的填报。`,
    en: `“${name}” was reported as completed on ${completedOn ?? ''} in ${monthName(month).en}; that is entered once. To correct it, change the entry of ${monthName(month).en}.`,
  });

export const feedsNothing = (): DomainError =>
  new DomainError('unfit', 'measure-unfit', {
    zh: '这项共用数据没有关联任何指标，请先关联。',
    en: 'The measure feeds no indicator; link one first.',
  });

export const rowTwice = (): DomainError =>
  new DomainError('unfit', 'row-twice', {
    zh: '同一指标同一月份出现了两次，只处理第一次。',
    en: 'The same indicator and month stand there twice; only the first one counts.',
  });
