import type { FundingDraft, Places, SheetDraft } from '../../sheet-draft.js';
import { type ExecutionFigures, executionFigures } from '../funding/execution-figures.js';
import { type Funding, fundingOf } from '../funding/funding.js';
import { unitOfAmounts } from '../lines/amount-cell.js';
import { decimalCell } from '../lines/decimal-cell.js';
import type { Line } from '../lines/document-lines.js';
import { textOrNull } from '../lines/printed-text.js';
import type { HeadRole } from '../vocabulary/head-words.js';
import { departmentName } from '../../../domain/printed/department-name.js';
import { goalOf } from './goal.js';
import { contactOf } from './contact.js';
import { labelledValue } from './labelled-value.js';

/** What stands above the indicator table of a sheet. */
export interface SheetHead extends Pick<
  SheetDraft,
  'department' | 'project' | 'responsible' | 'sectionRaw' | 'email' | 'goal'
> {
  readonly funding: FundingDraft;
  /** Figures of the money under heads that are not known. */
  readonly unknownMoney: Funding['unknown'];
  readonly assumedMoney: Funding['assumed'];
  readonly execution: ExecutionFigures;
  /** 自评总分 where the head prints it. */
  readonly total: string | null;
  readonly places: Places;
}

export function sheetHead(lines: readonly Line[], unit = unitOfAmounts(lines)): SheetHead {
  const found = (role: HeadRole) => labelledValue(lines, role);
  const value = (role: HeadRole) => textOrNull(found(role)?.text);
  const { funding, source, unknown, assumed } = fundingOf(lines, unit);
  const goal = goalOf(lines);
  const department = value('department');
  const { name, phone, source: contact } = contactOf(lines);
  const roles = ['department', 'project', 'section', 'email', 'total'] as const;
  const places = roles.flatMap((role) => (found(role) ? [[role, found(role)?.source] as const] : []));
  const others = [['goal', goal?.source] as const, ['funding', source] as const, ...Object.entries(contact)];
  return {
    department: department === null ? null : departmentName(department),
    project: value('project'),
    responsible: { name, phone },
    sectionRaw: value('section'),
    email: ADDRESS.exec(value('email') ?? '')?.[0] ?? null,
    goal: goal?.text ?? null,
    funding,
    unknownMoney: unknown,
    assumedMoney: assumed,
    execution: executionFigures(lines),
    total: decimalCell(value('total') ?? undefined),
    places: Object.fromEntries([...places, ...others].filter(([, place]) => place != null)) as Places,
  };
}

const ADDRESS = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/;
