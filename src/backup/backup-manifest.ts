/** The first member of a backup: enough to know what it is, before anything else is read. */
export const HEAD_MEMBER = 'jixiao-backup.json';
export const MANIFEST_MEMBER = 'manifest.json';
/** The last member, the manifest's own hash: a backup without it was cut short. */
export const MANIFEST_HASH_MEMBER = 'manifest.sha256';
export const SETTINGS_MEMBER = 'settings.env';
/** Rows as COPY writes them, compressed. */
export const tableMember = (table: string): string => `tables/${table}.copy.gz`;
export const FILES_FOLDER = 'files/';

/** Raised when an older program could not read what is written. */
export const FORMAT = 1;

export interface BackupHead {
  readonly product: 'jixiao';
  readonly format: number;
  /** When its snapshot of the database was taken, RFC 3339. */
  readonly takenAt: string;
}

/** What one member holds, whole: `sha256` is over its bytes as they stand in the backup. */
export interface Measured {
  readonly bytes: number;
  readonly sha256: string;
}

export interface DumpedTable extends Measured {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
}

export interface DumpedSequence {
  readonly name: string;
  /** null: never used. */
  readonly last: string | null;
}

/** What is in a backup, for whoever checks or restores it. */
export interface Manifest extends BackupHead {
  /** Names of the migrations that had been applied, oldest first. */
  readonly migrations: readonly string[];
  readonly tables: readonly DumpedTable[];
  readonly sequences: readonly DumpedSequence[];
  readonly settings: Measured;
  readonly files: {
    readonly count: number;
    readonly bytes: number;
    /** Hashes of files that were lost, or altered, before the backup was made. */
    readonly missing: readonly string[];
    readonly altered: readonly string[];
  };
  /** The end of the audit log's chain. */
  readonly audit: { readonly lines: string; readonly head: string };
}
