import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Alerts ask for the rate at which a sheet's budget is spent, and for what its indicators' outlook warns of. */
export class KeepExecutionRates1764554900000 implements MigrationInterface {
  name = 'KeepExecutionRates1764554900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM sheet_score;
      ALTER TABLE sheet_score ADD execution_rate numeric;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE sheet_score DROP COLUMN execution_rate');
  }
}
