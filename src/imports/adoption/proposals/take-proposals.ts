import type { ContactDuty } from '../../../organisation/contact.entity.js';
import { repairError } from '../../repairs/repair-error.js';
import { saidFields } from '../../repairs/applied/said-fields.js';
import type { Repair, SheetFields } from '../../repairs/repair.js';
import type { RepairableDraft, RepairableSheet } from '../../repairs/applied/repairable-draft.js';
import type { ContactProposal, ListedProposal, OwnerProposal, Proposal } from './proposal.js';

/** A proposal that somebody takes, as it is or with changes. */
export interface Taken {
  readonly key: string;
  /** Of a section or contact. */
  readonly name?: string;
  /** Of a contact; to be given where the document prints none. */
  readonly email?: string;
  readonly phone?: string | null;
  readonly duty?: ContactDuty;
}

export interface PlacedRepair {
  readonly pointer: string;
  readonly repair: Repair;
}

/** The repairs by which a draft takes proposals. @throws DomainError `proposal-unknown`, `proposal-declined`, `email-missing` */
export function takeProposals(
  { sheets }: RepairableDraft,
  proposals: readonly ListedProposal[],
  taken: readonly Taken[],
): PlacedRepair[] {
  const heads = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const renamed = new Map<string, string>();
  return taken
    .map((one, place) => {
      const pointer = `/proposals/${place}`;
      const proposal = proposals.find(({ key }) => key === one.key);
      if (!proposal) throw proposalUnknown(`${pointer}/key`);
      if (proposal.declinedBy !== null) throw declined(`${pointer}/key`, proposal.declinedBy);
      // A section that is made by another name is also called so where rows are given to it.
      if (proposal.kind === 'section' && one.name) renamed.set(`${proposal.sheet} ${proposal.name}`, one.name);
      return { pointer, proposal, one };
    })
    .flatMap(({ pointer, proposal, one }): PlacedRepair[] => {
      if (proposal.kind === 'owner') return [{ pointer, repair: owning(proposal, renamed) }];
      const head = heads.get(proposal.sheet);
      if (!head) throw proposalUnknown(`${pointer}/key`);
      const fields = fieldsOf(head, proposal, one, pointer);
      heads.set(head.id, { ...head, ...fields });
      return [{ pointer, repair: { kind: 'edit-sheets', sheets: [head.id], fields } }];
    });
}

type Fields = Pick<SheetFields, 'sections' | 'goalRows' | 'contact'>;

function fieldsOf(
  { sections, goals, goalRows }: RepairableSheet,
  proposal: Exclude<Proposal, OwnerProposal>,
  taken: Taken,
  pointer: string,
): Fields {
  if (proposal.kind === 'section') return { sections: [...sections, taken.name ?? proposal.name] };
  if (proposal.kind === 'contact') return { contact: contactOf(proposal, taken, pointer) };
  const linked = goals.map((_, goal) => {
    const rows = goalRows[goal] ?? [];
    return goal === proposal.goal ? [...rows, ...proposal.rows] : rows;
  });
  return { goalRows: linked };
}

function contactOf(proposal: ContactProposal, taken: Taken, pointer: string): SheetFields['contact'] {
  const { name, email, phone, duty } = { ...proposal, ...saidFields(taken) };
  if (email === null) throw withoutAddress(`${pointer}/email`);
  return { name, email, phone: isPhone(phone) ? phone : null, duty };
}

function owning({ sheet, rows, sectionId, name }: OwnerProposal, renamed: ReadonlyMap<string, string>): Repair {
  const section = renamed.get(`${sheet} ${name}`) ?? name;
  return { kind: 'edit-rows', rows, fields: sectionId === null ? { section } : { sectionId } };
}

/** What is masked in print is no number. */
const isPhone = (phone: string | null): phone is string => phone !== null && /^[0-9+() -]{3,30}$/.test(phone);

export const proposalUnknown = (pointer: string) =>
  repairError('proposal-unknown', pointer, {
    zh: '没有这项建议；草稿或部门资料可能已经变化，请刷新后再选。',
    en: 'There is no such proposal; the draft or the department may have changed. Look again, then choose.',
  });

const declined = (pointer: string, by: number) =>
  repairError('proposal-declined', pointer, {
    zh: `这项建议已被谢绝（第 ${by} 项修改）。要采纳，请先撤销那项修改。`,
    en: `This proposal was declined (repair ${by}). To take it, undo that repair first.`,
  });

const withoutAddress = (pointer: string) =>
  repairError('email-missing', pointer, {
    zh: '联系人须有电子邮箱，提醒才有处可送；请补充，或不登记。',
    en: 'A contact needs an e-mail address, or reminders go nowhere; give one, or leave the contact out.',
  });
