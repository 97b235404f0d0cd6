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

export const databaseForeign = (database: string, tables: readonly string[]): DomainError =>
  new DomainError('conflict', 'database-foreign', {
    zh: `数据库 ${database} 里已有其他程序的表（${tables.join('、')}），绩效台账不会写入；数据未作任何改动。请在 DATABASE_URL 中指定一个空数据库。`,
    en: `The database ${database} holds tables of another program (${tables.join(', ')}); Jixiao does not write there, and nothing was touched. Name an empty database in DATABASE_URL.`,
  });
