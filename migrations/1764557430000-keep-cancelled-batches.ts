import type { MigrationInterface, QueryRunner } from 'typeorm';

const statesAre = (states: string): string => `
  ALTER TABLE report_batch DROP CONSTRAINT report_batch_state_check,
    ADD CONSTRAINT report_batch_state_check CHECK (state IN (${states}))`;

/** A batch of reports that was cancelled stays in the list, as what it is. */
export class KeepCancelledBatches1764557430000 implements MigrationInterface {
  name = 'KeepCancelledBatches1764557430000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(statesAre(`'waiting', 'working', 'done', 'failed', 'cancelled'`));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DELETE FROM report_batch WHERE state = 'cancelled'`);
    await queryRunner.query(statesAre(`'waiting', 'working', 'done', 'failed'`));
  }
}
