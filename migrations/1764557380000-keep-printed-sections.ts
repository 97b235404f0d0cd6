import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose an indicator is, as its document prints it, is worth proposing for as long as nobody owns it. */
export class KeepPrintedSections1764557380000 implements MigrationInterface {
  name = 'KeepPrintedSections1764557380000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE indicator ADD section_printed text');
    await queryRunner.query(
      'CREATE INDEX indicator_unowned_idx ON indicator (sheet_id, ordinal) WHERE section_id IS NULL',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX indicator_unowned_idx');
    await queryRunner.query('ALTER TABLE indicator DROP COLUMN section_printed');
  }
}
