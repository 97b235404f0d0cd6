import { DomainError } from '../../domain/domain-error.js';

/** Two would overwrite each other unseen; `askedBy`: whose request is there already. */
export const changeWaits = (askedBy: string): DomainError =>
  new DomainError('conflict', 'change-waits', {
    zh: `${askedBy} 已对此账号提出同类申请，正待复核；请先复核或撤回它。`,
    en: `${askedBy} has asked for something of the kind for this account, and it waits; approve or withdraw that first.`,
  });

/** It was put into the database, or altered there, past the program. */
export const changeAltered = (): DomainError =>
  new DomainError('forbidden', 'change-altered', {
    zh: '这项待复核的变更与申请时不一致，可能在数据库中被改动，不能办理。请撤回，由申请人重新申请，并告知审计员。',
    en: 'This change is not as it was asked for: somebody altered it in the database. Withdraw it, have it asked for anew, and tell the auditor.',
  });

/** However long it has waited: who is to be shut out, or let in as more, does not decide on it. */
export const ownersMayNot = (): DomainError =>
  new DomainError('forbidden', 'own-account', {
    zh: '此变更涉及您自己的账号，您不能复核，等待期过后也不能；须由其他安全管理员办理。不同意可撤回。',
    en: 'This is about your own account: you cannot approve it, however long it waits; another security administrator has to. If you do not agree, withdraw it.',
  });

/** Of whoever asked for it; `waits`: there is nobody else, and time has to pass. */
export const secondPersonNeeded = (waits: boolean): DomainError =>
  new DomainError(
    'forbidden',
    'second-person-needed',
    waits
      ? {
          zh: '此变更还没有到生效时间，请到时再办理。',
          en: 'The time from which this may be done alone has not come yet.',
        }
      : {
          zh: '此变更须由另一位安全管理员复核，申请人不能复核。',
          en: 'Another security administrator has to approve this, and not whoever asked for it.',
        },
  );
