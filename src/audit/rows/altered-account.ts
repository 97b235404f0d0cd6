import type { DataSource } from 'typeorm';

/** An account that asked for something while it was not as the program had left it. */
export interface AlteredAccount {
  readonly at: Date;
  readonly id: string;
}

const ALTERED = new WeakMap<DataSource, AlteredAccount>();

/** The last one since this process started: by the time anybody looks it may have been put back. */
export const lastAlteredAccount = (dataSource: DataSource): AlteredAccount | undefined => ALTERED.get(dataSource);

export function noteAlteredAccount(dataSource: DataSource, id: string): void {
  ALTERED.set(dataSource, { at: new Date(), id });
}
