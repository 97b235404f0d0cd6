import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sheets are ranked, rated and searched for losses by what was due so far. Scores follow from the entries: they are made anew. */
export class KeepPacePoints1764557017100 implements MigrationInterface {
  name = 'KeepPacePoints1764557017100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DELETE FROM sheet_score;
      ALTER TABLE sheet_score ADD pace_normalised numeric, ADD pace_rating text;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE sheet_score DROP COLUMN pace_normalised, DROP COLUMN pace_rating');
  }
}
