import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A sheet that is entered from a later month on is not judged before: lists say so, instead of 0.00 and the rating of that.
 * Scores of such sheets that are stored already are made anew by the next night, or when somebody looks.
 */
export class KnowWhatIsNotJudgedYet1764557520000 implements MigrationInterface {
  name = 'KnowWhatIsNotJudgedYet1764557520000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE sheet_score ADD unjudged boolean NOT NULL DEFAULT false;
      DELETE FROM sheet_score sc WHERE EXISTS (
        SELECT FROM indicator i WHERE i.sheet_id = sc.sheet_id AND i.first_month > sc.as_of);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE sheet_score DROP unjudged');
  }
}
