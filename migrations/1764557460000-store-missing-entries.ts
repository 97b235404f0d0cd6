import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Overviews of many sheets say what is not judged yet, and should not unfold every indicator of every month for that. */
export class StoreMissingEntries1764557460000 implements MigrationInterface {
  name = 'StoreMissingEntries1764557460000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE sheet_score ADD missing int');
    await queryRunner.query(
      `UPDATE sheet_score SET missing =
         (SELECT coalesce(sum(x.missing), 0) FROM jsonb_to_recordset(indicators) AS x (missing int))`,
    );
    await queryRunner.query('ALTER TABLE sheet_score ALTER missing SET NOT NULL');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE sheet_score DROP missing');
  }
}
