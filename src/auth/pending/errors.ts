import { DomainError } from '../../domain/domain-error.js';

/** Two would overwrite each other unseen; `askedBy`: whose request is there already. */
export const changeWaits = (askedBy: string): DomainError =>
  new DomainError('conflict', 'change-waits', {
    zh: `${askedBy} 已对此账号提出同类申请，正待复核；请先复核或撤回它。`,
    en: `${askedBy} has asked for something of the kind for this account, and it waits; approve or withdraw that first.`,
  });

/** Of whoever asked for it, or whose account it is; `waits`: there is nobody else, and time has to pass. */
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
          zh: '此变更须由另一位安全管理员复核，申请人和账号本人不能复核。',
          en: 'Another security administrator has to approve this; not whoever asked for it, and not the owner of the account.',
        },
  );
