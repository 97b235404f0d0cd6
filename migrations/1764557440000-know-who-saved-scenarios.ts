import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose a scenario is: a name is nobody's alone. Those of earlier versions have none. */
export class KnowWhoSavedScenarios1764557440000 implements MigrationInterface {
  name = 'KnowWhoSavedScenarios1764557440000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE scenario ADD COLUMN saved_by_id uuid');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE scenario DROP COLUMN saved_by_id');
  }
}
