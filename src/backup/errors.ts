import { DomainError, NotFoundError } from '../domain/domain-error.js';

export const backupUnderWay = (): DomainError =>
  new DomainError('conflict', 'backup-under-way', {
    zh: '另一个备份（或文件清理）正在进行，请等它结束后再试。',
    en: 'Another backup, or the tidying of files, is under way. Try again when it has ended.',
  });

/** @param tables some that stand there */
export const databaseForeign = (tables: readonly string[]): DomainError =>
  new DomainError('conflict', 'database-foreign', {
    zh: `DATABASE_URL 所指的数据库不是绩效台账的数据库（其中有 ${tables.join('、') || '空库'}）。请核对地址。`,
    en: `The database of DATABASE_URL is not one of Jixiao's (it has: ${tables.join(', ') || 'no table at all'}). Check the address.`,
  });

/** A backup without them would look whole. */
export const tablesUnreadable = (tables: readonly string[]): DomainError =>
  new DomainError('conflict', 'tables-unreadable', {
    zh: `没有写备份：数据库角色不能读取这些表：${tables.slice(0, 5).join('、')}。请用 DATABASE_OWNER_URL 指定表的所有者。`,
    en: `No backup was written: the database role cannot read these tables: ${tables.slice(0, 5).join(', ')}. Name the owner of the tables in DATABASE_OWNER_URL.`,
  });

export const databaseNotEmpty = (tables: readonly string[]): DomainError =>
  new DomainError('conflict', 'database-not-empty', {
    zh: `数据库里已有表（${tables.join('、')}）。只能恢复到空数据库：请新建一个，并用 DATABASE_URL 指定。`,
    en: `The database has tables already (${tables.join(', ')}). A backup is restored into an empty one only: create one and name it in DATABASE_URL.`,
  });

export const folderNotEmpty = (folder: string): DomainError =>
  new DomainError('conflict', 'folder-not-empty', {
    zh: `文件夹 ${folder} 不是空的。只能恢复到空文件夹：请先停止服务，把原有数据移到别处，或用 DATA_DIR 指定新的文件夹。`,
    en: `The folder ${folder} is not empty. A backup is restored into an empty one only: stop the service and move the old data away, or name a new folder in DATA_DIR.`,
  });

export const fileExists = (file: string): DomainError =>
  new DomainError('conflict', 'file-exists', {
    zh: `${file} 已经存在，没有覆盖。请换一个名称。`,
    en: `${file} exists already and was not overwritten. Choose another name.`,
  });

export const backupFileMissing = (file: string): DomainError =>
  new NotFoundError({ zh: `备份文件 ${file}`, en: `backup file as ${file}` });

export const notABackup = (file: string): DomainError =>
  new DomainError('unfit', 'backup-unreadable', {
    zh: `${file} 不是绩效台账的备份文件。`,
    en: `${file} is no backup of Jixiao.`,
  });

/** @param what part of it does not fit */
export const backupDamaged = (file: string, what: string): DomainError =>
  new DomainError('damaged', 'backup-damaged', {
    zh: `备份文件 ${file} 不完整或已损坏（${what}），没有恢复任何内容。请换用另一份备份。`,
    en: `The backup ${file} is cut short or damaged (${what}); nothing was restored. Use another one.`,
  });

export const backupNewer = (file: string, what: string): DomainError =>
  new DomainError('unfit', 'backup-newer', {
    zh: `备份文件 ${file} 由更新版本的绩效台账写成（${what}）。请先升级程序，再恢复。`,
    en: `The backup ${file} was written by a newer version of Jixiao (${what}). Install that version, then restore.`,
  });

export const recipientInvalid = (recipient: string): DomainError =>
  new DomainError('unfit', 'backup-recipient-invalid', {
    zh: `“${recipient}”不是 age 公钥，没有写备份。公钥以 age1 开头，由 jixiao backup-key 给出。`,
    en: `"${recipient}" is no public key of age; no backup was written. One begins with age1; jixiao backup-key prints it.`,
  });

export const keyMissing = (file: string): DomainError =>
  new DomainError('unfit', 'backup-key-missing', {
    zh: `备份文件 ${file} 已加密。请用 --identity 指定私钥文件，或用 BACKUP_PASSPHRASE 给出口令。`,
    en: `The backup ${file} is encrypted. Name the file of the secret key with --identity, or give the passphrase in BACKUP_PASSPHRASE.`,
  });

export const keyWrong = (file: string): DomainError =>
  new DomainError('unfit', 'backup-key-wrong', {
    zh: `备份文件 ${file} 是用另一把密钥（或口令）加密的，所给的打不开它。`,
    en: `The backup ${file} is encrypted with another key or passphrase than the one given.`,
  });

export const identityUnreadable = (file: string): DomainError =>
  new DomainError('unfit', 'backup-key-unreadable', {
    zh: `${file} 里没有 age 私钥（AGE-SECRET-KEY-1…）。`,
    en: `${file} holds no secret key of age (AGE-SECRET-KEY-1…).`,
  });
