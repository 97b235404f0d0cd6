import { DomainError } from '../../domain/domain-error.js';

/** Whatever keeps the embedded database from running: the words are for who starts the service. */
const unusable = (code: string, zh: string, en: string): DomainError =>
  new DomainError('unavailable', code, { zh, en });

export const alreadyRunning = (folder: string, pid: number): DomainError =>
  unusable(
    'already-running',
    `绩效台账已在 ${folder} 上运行（进程 ${pid}）。请先停止它，或用 DATA_DIR 指定另一个文件夹。`,
    `Jixiao already runs on ${folder} (process ${pid}). Stop it first, or set DATA_DIR to another folder.`,
  );

export const socketFolderForeign = (folder: string): DomainError =>
  unusable(
    'socket-folder-foreign',
    `${folder} 属于其他用户，绩效台账不会连接其中的数据库。请由 root 或该用户删除它，再启动。`,
    `${folder} belongs to another user, or is no folder; Jixiao does not connect to a database there. Let root or that user remove it, then start again.`,
  );

/** The data folder is a file, cannot be written, or lies on a full disk. Anything else stays the error that it is. */
export function folderUnusable(folder: string, error: unknown): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOTDIR':
    case 'EEXIST':
      return unusable(
        'data-folder-is-file',
        `数据文件夹 ${folder}（DATA_DIR）或其上级是一个文件，不是文件夹。请用 DATA_DIR 指定一个文件夹。`,
        `The data folder ${folder} (DATA_DIR), or what it lies in, is a file. Set DATA_DIR to a folder.`,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return unusable(
        'data-folder-read-only',
        `数据文件夹 ${folder}（DATA_DIR）不可写。请让运行绩效台账的用户可以写入，或用 DATA_DIR 指定另一个文件夹。`,
        `The data folder ${folder} (DATA_DIR) cannot be written. Let the user that runs Jixiao write there, or set DATA_DIR to another folder.`,
      );
    case 'ENOSPC':
    case 'EDQUOT':
      return diskFull(folder);
    default:
      return error;
  }
}

export const diskFull = (folder: string): DomainError =>
  unusable(
    'disk-full',
    `数据文件夹 ${folder} 所在的磁盘已满。请清理出空间后再启动。`,
    `The disk of the data folder ${folder} is full. Make room, then start again.`,
  );

export const clusterForeign = (cluster: string, owner: number, own: number): DomainError =>
  unusable(
    'data-folder-foreign',
    `数据库文件夹 ${cluster} 属于另一个用户（编号 ${owner}），绩效台账以编号 ${own} 的用户运行。请以原用户启动，或执行 chown -R 改变所有者。`,
    `The database folder ${cluster} belongs to another user (number ${owner}); Jixiao runs as user number ${own}. Start it as that user, or hand the folder over with chown -R.`,
  );

export const notACluster = (cluster: string): DomainError =>
  unusable(
    'data-folder-not-ours',
    `${cluster} 不是空文件夹，也不是绩效台账的数据库；其中内容未作任何改动。请用 DATA_DIR 指定另一个文件夹。`,
    `${cluster} is not empty, and no database of Jixiao; nothing in it was touched. Set DATA_DIR to another folder.`,
  );

export const otherMajor = (cluster: string, found: string, own: string): DomainError =>
  unusable(
    'database-of-other-postgresql',
    `${cluster} 由 PostgreSQL ${found} 建立，本版本绩效台账自带 PostgreSQL ${own}；数据未作任何改动。` +
      `请用原来的版本执行 npm run jixiao -- backup 文件夹，再用本版本执行 DATA_DIR=空文件夹 npm run jixiao -- restore 文件（见 docs/operations/upgrades.zh-CN.md）。`,
    `${cluster} was made by PostgreSQL ${found}; this version of Jixiao brings PostgreSQL ${own}. Nothing was touched. ` +
      `With the former version run: npm run jixiao -- backup FOLDER. Then with this one: DATA_DIR=EMPTY-FOLDER npm run jixiao -- restore FILE (docs/operations/upgrades.md).`,
  );

export const initFailed = (cluster: string, said: string): DomainError =>
  unusable(
    'database-not-created',
    `PostgreSQL 无法建立 ${cluster}：${said}`,
    `PostgreSQL could not create ${cluster}: ${said}`,
  );

/** @param said the last complaint of its log, empty when there is none */
export const startFailed = (logFile: string, said: string): DomainError =>
  unusable(
    'database-not-started',
    `内置 PostgreSQL 未能启动，见 ${logFile}。${said}`,
    `The embedded PostgreSQL did not start; see ${logFile}. ${said}`,
  );

export const folderInUse = (cluster: string, pid: number): DomainError =>
  unusable(
    'database-in-use',
    `另一个 PostgreSQL（进程 ${pid}）正在使用 ${cluster}。请先停止它。`,
    `Another PostgreSQL (process ${pid}) uses ${cluster}. Stop it first.`,
  );

export const noBinaries = (platform: string, cause: unknown): Error =>
  Object.assign(
    unusable(
      'no-embedded-database',
      `此平台（${platform}）没有内置 PostgreSQL：请用 DATABASE_URL 指定数据库服务器。`,
      `There is no embedded PostgreSQL for ${platform}: set DATABASE_URL to a PostgreSQL server.`,
    ),
    { cause },
  );

export const noAccount = (): DomainError =>
  unusable('root-refused', '请勿以 root 身份启动。', 'PostgreSQL does not run as root: start Jixiao as another user.');

/** The supervisor has tried often enough: from here on only who watches the process can help. */
export const givenUp = (attempts: number, last: unknown): DomainError => {
  const messages = last instanceof DomainError ? last.messages : { zh: String(last), en: String(last) };
  return unusable(
    'database-given-up',
    `内置数据库连续 ${attempts} 次未能恢复，服务结束。${messages.zh}`,
    `The embedded database could not be brought back in ${attempts} attempts; the service ends. ${messages.en}`,
  );
};
