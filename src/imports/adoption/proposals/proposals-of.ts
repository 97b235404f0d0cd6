import { createHash } from 'node:crypto';
import { comparedName } from '../../../domain/printed/department-name.js';
import type { Message } from '../../../domain/domain-error.js';
import type { Contact, ContactDuty } from '../../../organisation/contact.entity.js';
import type { Section } from '../../../organisation/section.entity.js';
import { printedKey } from '../../../domain/printed/printed-key.js';
import type { RepairableRow, RepairableSheet } from '../../repairs/applied/repairable-draft.js';
import type { NamedSections } from '../../recognisers/head/named-sections.js';
import { clearlyOf, rowsOfGoal } from './goal-rows.js';
import type { ContactProposal, GoalProposal, OwnerProposal, Proposal, SectionProposal } from './proposal.js';

/** What there is in the department of a sheet; a new one has nothing. */
export interface DepartmentFacts {
  readonly sections: readonly Pick<Section, 'id' | 'name'>[];
  readonly contacts: readonly Pick<Contact, 'name' | 'email' | 'duty'>[];
  /** Section by name of indicator, as of the latest year before; none where two owned one of that name. */
  readonly owners: ReadonlyMap<string, string>;
  /** Of the prose of the document, where it is all of this department. */
  readonly named?: NamedSections | undefined;
}

/** What the adoption of a sheet could take from the document, and what it says already is not asked again. */
export function proposalsOf(sheet: RepairableSheet, facts: DepartmentFacts): Proposal[] {
  return [...sections(sheet, facts), ...contact(sheet, facts), ...goals(sheet), ...owners(sheet, facts)];
}

const printedSection = (sheet: RepairableSheet, row: RepairableRow): string | null =>
  row.sectionRaw ?? sheet.sectionRaw ?? null;

function sections(sheet: RepairableSheet, { sections: known, named }: DepartmentFacts): SectionProposal[] {
  // Drafts that were read before this was kept have none.
  const printed = [sheet.sectionRaw, ...sheet.indicators.map(({ sectionRaw }) => sectionRaw)];
  const inProse = (named?.names ?? []).map((name) => ({ name, isClear: named?.isClear ?? false, isProse: true }));
  const inTables = printed.flatMap((name) => (!name ? [] : [{ name, isClear: true, isProse: false }]));
  const wanted = new Map([...inProse, ...inTables].map((one) => [comparedName(one.name), one] as const));
  const isThere = (compared: string) =>
    [...known.map(({ name }) => name), ...sheet.sections].some((name) => comparedName(name) === compared);
  return [...wanted]
    .filter(([compared]) => !isThere(compared))
    .map(([, { name, isClear, isProse }]) =>
      keyed({
        ...{ kind: 'section', sheet: sheet.id, name, isClear },
        message: {
          zh: `新设股室“${name}”${isProse ? '（文件正文提到）' : ''}。`,
          en: `Make the section “${name}”${isProse ? ' (named in the text of the document)' : ''}.`,
        },
      }),
    );
}

function contact(sheet: RepairableSheet, { contacts }: DepartmentFacts): ContactProposal[] {
  const { responsible, email } = sheet;
  const name = responsible.name;
  if (name === null || isMasked(name) || sheet.contact !== null) return [];
  // Two people can have the same name; an address is one person's.
  const isKnown = contacts.some((other) => (email ? other.email === email : other.name === name));
  if (isKnown) return [];
  const isNamesake = contacts.some((other) => other.name === name);
  const duty = contacts.some((other) => other.duty === 'head') ? 'reporter' : 'head';
  return [
    keyed({
      ...{ kind: 'contact', sheet: sheet.id, name, phone: responsible.phone, email: email ?? null, duty },
      isClear: !isNamesake,
      message: contactWords(name, duty, { isNamesake, isWithoutAddress: !email }),
    }),
  ];
}

/** `王*示`, `王××`, `李某`: what is published of a name that is not to be known. Nobody is greeted by it. */
const isMasked = (name: string): boolean => /[*＊×✕○●□■_？?某]|(?<![a-z])x+(?![a-z])/i.test(name);

function contactWords(
  name: string,
  duty: ContactDuty,
  { isNamesake, isWithoutAddress }: { readonly isNamesake: boolean; readonly isWithoutAddress: boolean },
): Message {
  const [zh, en] =
    duty === 'head'
      ? ['部门负责人，逾期也提醒此人', 'head, who is told of what is overdue, too']
      : ['填报联系人', 'contact who enters'];
  return {
    zh: `将“${name}”登记为${zh}${isNamesake ? '；部门已有同名联系人，请核对是否同一人' : ''}${isWithoutAddress ? '；文件没有电子邮箱，请补充' : ''}。`,
    en: `Make “${name}” a ${en}${isNamesake ? '; the department has a contact of that name, so check who it is' : ''}${isWithoutAddress ? '; the document prints no e-mail address, so give one' : ''}.`,
  };
}

function goals(sheet: RepairableSheet): GoalProposal[] {
  return sheet.goals.flatMap((text, goal) => {
    const linked = sheet.goalRows[goal] ?? [];
    const rows = rowsOfGoal(text, sheet.indicators).filter(({ id }) => !linked.includes(id));
    const clear = rows.filter((row) => clearlyOf(goal, row, sheet.goals));
    return [
      ...goalOf(sheet, goal, { rows: clear, isClear: true }),
      ...goalOf(sheet, goal, { rows: rows.filter((row) => !clear.includes(row)), isClear: false }),
    ];
  });
}

function goalOf(
  { id: sheet }: RepairableSheet,
  goal: number,
  { rows, isClear }: { readonly rows: readonly RepairableRow[]; readonly isClear: boolean },
): GoalProposal[] {
  if (rows.length === 0) return [];
  const names = rows.map(({ name }) => `“${name}”`);
  const [zh, en] = isClear ? ['由', 'is shown by'] : ['可能由', 'may be shown by'];
  const message = {
    zh: `目标 ${goal + 1} ${zh}${names.join('、')}反映。`,
    en: `Goal ${goal + 1} ${en} ${names.join(', ')}.`,
  };
  return [keyed({ ...{ kind: 'goal' as const, sheet, goal, rows: rows.map(({ id }) => id) }, message, isClear })];
}

/** What is printed goes before what was so last year. */
function owners(sheet: RepairableSheet, { sections: known, owners: before }: DepartmentFacts): OwnerProposal[] {
  const proposed = new Map<string, Omit<OwnerProposal, 'key' | 'message' | 'isClear'>>();
  for (const row of sheet.indicators.filter(({ sectionId, section }) => sectionId === null && section === null)) {
    const printed = printedSection(sheet, row);
    const lastYear = known.find(({ id }) => id === before.get(printedKey(row.name)));
    const named = printed === null ? lastYear : known.find(({ name }) => comparedName(name) === comparedName(printed));
    const name = named?.name ?? printed;
    if (name === null) continue;
    const because = printed === null ? 'last-year' : 'printed';
    const at = `${because} ${comparedName(name)}`;
    const sofar = proposed.get(at);
    const owner = { kind: 'owner' as const, sheet: sheet.id, because, name, sectionId: named?.id ?? null } as const;
    proposed.set(at, { ...owner, rows: [...(sofar?.rows ?? []), row.id] });
  }
  const names = new Map(sheet.indicators.map(({ id, name }) => [id, name]));
  return [...proposed.values()].map((owner) => {
    const rows = owner.rows.map((id) => `“${names.get(id) ?? ''}”`);
    const [zh, en] =
      owner.because === 'printed'
        ? ['文件写明的责任股室', 'as the document says']
        : ['上年同名指标的责任股室', 'as last year'];
    return keyed({
      ...owner,
      isClear: owner.because === 'printed',
      message: {
        zh: `${rows.join('、')}归“${owner.name}”（${zh}）。`,
        en: `${rows.join(', ')}: “${owner.name}” (${en}).`,
      },
    });
  });
}

/**
 * A proposal of other contents has another key: nobody takes what they have not seen. Words are no contents, and neither is
 * what follows from who and what is in the department by now: adopting one sheet does not bring back what was declined.
 */
function keyed<T extends Omit<Proposal, 'key'>>(proposal: T): T & { readonly key: string } {
  const contents = Object.entries(proposal).filter(
    ([field]) => !['message', 'sectionId', 'duty', 'isClear'].includes(field),
  );
  const key = createHash('sha256').update(JSON.stringify(contents)).digest('hex').slice(0, 16);
  return { key, ...proposal };
}
