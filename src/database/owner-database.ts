import type { DataSource } from 'typeorm';

const OWNS = `
  SELECT pg_has_role(relowner, 'USAGE') AS owns FROM pg_class
  WHERE relname = 'audit_event' AND relnamespace = current_schema()::regnamespace`;

/** The database as the owner of its tables: for the little that the role of the service may not do (ADR 20). */
export class OwnerDatabase {
  constructor(private readonly connection: () => DataSource) {}

  /** @returns undefined, and nothing was done, where the installation has given this process no owner's address */
  async use<T>(work: (owner: DataSource) => Promise<T>): Promise<T | undefined> {
    const owner = await this.connection().initialize();
    try {
      const [asking]: { owns: boolean }[] = await owner.query(OWNS);
      return asking?.owns ? await work(owner) : undefined;
    } finally {
      await owner.destroy();
    }
  }
}
