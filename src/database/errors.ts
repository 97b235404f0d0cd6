import { DomainError } from '../domain/domain-error.js';

/** An older program would not fill what newer tables demand, and write what newer rules forbid: it writes nothing. */
export const schemaNewer = (own: string, found: string | undefined, newest: string): DomainError =>
  new DomainError('conflict', 'schema-newer', {
    zh:
      `数据库已由更新的绩效台账${found ? `（${found}）` : ''}升级（${newest}），本程序版本为 ${own}，不能使用它；数据未作任何改动。` +
      `请启动新版本；如需退回旧版本，请用升级前的备份恢复。`,
    en:
      `The database was brought up to date by a newer Jixiao${found ? ` (${found})` : ''}, as of ${newest}; this is version ${own} and cannot use it. ` +
      `Nothing was touched. Start the newer version; to go back to this one, restore the backup made before the upgrade.`,
  });

/** @param place a folder, or a database */
export const noInstallation = (place: string): DomainError =>
  new DomainError('not-found', 'no-installation', {
    zh: `${place} 没有绩效台账的数据，也没有新建任何内容。请核对 DATA_DIR（或 DATABASE_URL）；要新建，请先启动服务，或用 jixiao restore 恢复备份。`,
    en: `There is no installation of Jixiao in ${place}, and none was made. Check DATA_DIR (or DATABASE_URL); to begin one, start the service, or restore a backup.`,
  });

export const databaseForeign = (database: string, tables: readonly string[]): DomainError =>
  new DomainError('conflict', 'database-foreign', {
    zh: `数据库 ${database} 里已有其他程序的表（${tables.join('、')}），绩效台账不会写入；数据未作任何改动。请在 DATABASE_URL 中指定一个空数据库。`,
    en: `The database ${database} holds tables of another program (${tables.join(', ')}); Jixiao does not write there, and nothing was touched. Name an empty database in DATABASE_URL.`,
  });

/** @param schema that has them */
export const tablesElsewhere = (schema: string): DomainError =>
  new DomainError('conflict', 'tables-elsewhere', {
    zh: `绩效台账的表在数据库的模式 ${schema} 中，而本连接首先使用另一个模式；未新建任何内容。请查明是谁新建了模式；表确应在 ${schema} 中时，在 DATABASE_URL 后加 ?options=-c%20search_path%3D${schema}。`,
    en: `The tables of Jixiao are in the schema ${schema}, and this connection uses another one first; nothing was made. Find out who made that schema; where the tables belong in ${schema}, add ?options=-c%20search_path%3D${schema} to DATABASE_URL.`,
  });

export const dataFolderOpen = (folder: string, owner: number): DomainError =>
  new DomainError('unavailable', 'data-folder-open', {
    zh: `数据文件夹 ${folder}（DATA_DIR）属于另一个用户（编号 ${owner}），且本机任何人都可写入。请执行 chown 改变所有者并 chmod 700，或用 DATA_DIR 指定另一个文件夹。`,
    en: `The data folder ${folder} (DATA_DIR) belongs to another user (number ${owner}), and anybody on this machine may write there. Hand it over (chown) and close it (chmod 700), or set DATA_DIR to another folder.`,
  });

const someOf = (rights: readonly string[]): string =>
  rights.slice(0, 5).join(', ') + (rights.length > 5 ? ` … (${rights.length})` : '');

export const migrationsNeedOwner = (role: string, pending: number): DomainError =>
  new DomainError('conflict', 'migrations-need-owner', {
    zh: `数据库结构需要更新（${pending} 步），而角色 ${role} 无权修改表；数据未作任何改动。请用 DATABASE_OWNER_URL 指定表的所有者，运行 jixiao migrate（见 docs/operations/database.zh-CN.md）。`,
    en: `The tables have to be brought up to date (${pending} steps), and the role ${role} may not change them; nothing was touched. Run jixiao migrate with DATABASE_OWNER_URL, which names the owner of the tables (docs/operations/database.md).`,
  });

/** @param lacking such as `INSERT audit_event` */
export const rightsLacking = (role: string, lacking: readonly string[]): DomainError =>
  new DomainError('conflict', 'database-rights-lacking', {
    zh: `数据库角色 ${role} 缺少权限：${someOf(lacking)}。请用 DATABASE_OWNER_URL 指定表的所有者，运行 jixiao migrate，它会授予所需权限（见 docs/operations/database.zh-CN.md）。`,
    en: `The database role ${role} lacks rights: ${someOf(lacking)}. Run jixiao migrate with DATABASE_OWNER_URL, which names the owner of the tables: it grants what is needed (docs/operations/database.md).`,
  });

export const databasesDiffer = (service: string, owner: string): DomainError =>
  new DomainError('conflict', 'databases-differ', {
    zh: `DATABASE_URL（${service}）与 DATABASE_OWNER_URL（${owner}）不是同一个数据库。请核对两个地址：只有角色和密码不同。`,
    en: `DATABASE_URL (${service}) and DATABASE_OWNER_URL (${owner}) are not the same database. Check both: they differ in role and password alone.`,
  });
