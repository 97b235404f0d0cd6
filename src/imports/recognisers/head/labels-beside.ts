import { departmentName } from '../../../domain/printed/department-name.js';
import type { SheetDraft } from '../../sheet-draft.js';
import type { Cell } from '../../table-model.js';
import type { Line } from '../lines/document-lines.js';
import { labelOf, textOrNull } from '../lines/printed-text.js';
import type { HeadRole } from '../vocabulary/head-words.js';
import { contactOf } from './contact.js';
import { labelledValues } from './labelled-value.js';

type Taken = Pick<SheetDraft, 'department' | 'project' | 'responsible' | 'sectionRaw' | 'email' | 'goal'>;

/**
 * What the head says of departments, projects, people and goals beside the ones that were taken (主管部门 beside 实施单位, a second
 * 联系人 or telephone, 实施期目标 beside 年度目标), as `label：value`.
 */
export function labelsBeside(head: readonly Line[], draft: Taken): Cell[] {
  const { department, project, responsible, sectionRaw, email } = draft;
  const taken: Partial<Record<HeadRole, readonly (string | null)[]>> = {
    department: [department],
    project: [project],
    responsible: [responsible.name],
    phone: [responsible.phone],
    contact: [responsible.name, responsible.phone],
    section: [sectionRaw],
    email: [email],
  };
  const others = (Object.keys(taken) as HeadRole[]).flatMap((role) =>
    labelledValues(head, role).flatMap(({ text, label, source }) => {
      const value = textOrNull(text) ?? '';
      const known = taken[role]?.filter((one) => one !== null) ?? [];
      const isTaken = known.some((one) => value.includes(one) || departmentName(value) === one);
      // Of 项目概况 the end of a page can leave 项目, beside what it says in prose.
      const isProse = role === 'project' && /[，。；,;]/.test(value);
      return value === '' || isTaken || isProse ? [] : [{ text: `${labelOf(label)}：${value}`, source }];
    }),
  );
  const { phones, source } = contactOf(head);
  const further = phones.map((phone) => ({ text: `联系电话：${phone}`, source: source.phone ?? '' }));
  return [...others, ...further, ...goalsBeside(head, draft.goal)].filter(
    ({ text }, place, all) => all.findIndex((one) => one.text === text) === place,
  );
}

function goalsBeside(head: readonly Line[], taken: string | null): Cell[] {
  const goals = (['goal', 'longTermGoal'] as const).flatMap((role) => labelledValues(head, role));
  const isTaken = (text: string) => taken !== null && (taken.includes(text) || text.includes(taken));
  const others = goals.filter(({ text }) => textOrNull(text) !== null && !isTaken(text));
  const once = others.filter(({ source }, place) => others.findIndex((other) => other.source === source) === place);
  return once.map(({ text, label, source }) => ({ text: `${labelOf(label)}：${text}`, source }));
}
