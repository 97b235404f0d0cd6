import type { Language } from '../../domain/domain-error.js';
import type { Absence } from '../../domain/reminding/absence.js';
import type { ContactDuty } from '../../organisation/contact.entity.js';

/** Why mails do not reach a contact, on whatever day. */
export type Obstacle = 'account-disabled' | 'without-address' | 'address-refused';

/** Who reads a mail. */
export interface Reader {
  /** The contact, or the account of an administrator. */
  readonly id: string;
  readonly name: string;
  /** The contact's own, or that of its account; without blanks around it. */
  readonly email: string;
  /** The same for all contacts of one person: one account, or one address whatever its case, has one mailbox. */
  readonly person: string;
  /** The account's, or that of a contact without one. */
  readonly language: Language;
  readonly obstacle: Obstacle | null;
}

/** An active contact with all that decides where its mails go. */
export interface Addressee extends Reader, Absence {
  readonly departmentId: string;
  readonly sectionId: string | null;
  readonly duty: ContactDuty;
  readonly userId: string | null;
  /** The contact who stands in: the deputy of the account, where it has one. */
  readonly deputyId: string | null;
}
