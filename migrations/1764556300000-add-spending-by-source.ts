import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was spent by source of funding, as the official forms print it. */
export class AddSpendingBySource1764556300000 implements MigrationInterface {
  name = 'AddSpendingBySource1764556300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE budget_execution ADD spent_by_source jsonb;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE budget_execution DROP COLUMN spent_by_source;`);
  }
}
