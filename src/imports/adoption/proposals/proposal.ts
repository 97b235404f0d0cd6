import type { Message } from '../../../domain/domain-error.js';
import type { ContactDuty } from '../../../organisation/contact.entity.js';

interface Proposed {
  /** The same as long as the same is proposed: the adoption names by it what is taken. */
  readonly key: string;
  /** Id of the sheet of the draft. */
  readonly sheet: string;
  readonly message: Message;
  /** The document says so, and nothing else can be meant; what is not clear is for a person to judge first. */
  readonly isClear: boolean;
}

/** 责任科室 that the department does not have yet. */
export interface SectionProposal extends Proposed {
  readonly kind: 'section';
  readonly name: string;
}

/** The person named in the document; without an address somebody has to give one. */
export interface ContactProposal extends Proposed {
  readonly kind: 'contact';
  readonly name: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly duty: ContactDuty;
}

/** Rows that show whether a numbered goal (place from 0) is reached. */
export interface GoalProposal extends Proposed {
  readonly kind: 'goal';
  readonly goal: number;
  readonly rows: readonly string[];
}

/** Whose rows these are: a section that there is, or the name of one to be made. */
export interface OwnerProposal extends Proposed {
  readonly kind: 'owner';
  readonly because: 'printed' | 'last-year';
  readonly rows: readonly string[];
  readonly sectionId: string | null;
  readonly name: string;
}

/** Something that an adoption can take from the document beyond its sheets, if somebody says so. */
export type Proposal = SectionProposal | ContactProposal | GoalProposal | OwnerProposal;

/** `declinedBy`: number of the repair that declined it, which can be undone; null: it is open. */
export type ListedProposal = Proposal & { readonly declinedBy: number | null };
