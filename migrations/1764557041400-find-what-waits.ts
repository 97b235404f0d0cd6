import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What waits for its reviewer or came back is asked for whatever its month: there is little of it among all entries. */
export class FindWhatWaits1764557041400 implements MigrationInterface {
  name = 'FindWhatWaits1764557041400';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX progress_entry_waiting_idx ON progress_entry (status) WHERE status IN ('submitted', 'returned')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX progress_entry_waiting_idx');
  }
}
