import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What-ifs of a sheet that somebody wants to look at again. */
export class CreateScenarios1764553600000 implements MigrationInterface {
  name = 'CreateScenarios1764553600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE scenario (
        id uuid NOT NULL,
        sheet_id uuid NOT NULL,
        name text NOT NULL,
        as_of text,
        policy text,
        entries jsonb NOT NULL,
        saved_by text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT "PK_ec7b57ee913fb77bb70ed3bc708" PRIMARY KEY (id),
        CONSTRAINT "FK_e165dbe94263fee4aa53ce73719" FOREIGN KEY (sheet_id) REFERENCES target_sheet (id) ON DELETE CASCADE
      );
      CREATE INDEX scenario_sheet_idx ON scenario (sheet_id);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE scenario');
  }
}
