import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RecordImportDecisions1764556100000 implements MigrationInterface {
  name = 'RecordImportDecisions1764556100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE document_import ADD COLUMN decisions jsonb, ADD COLUMN version integer NOT NULL DEFAULT 1',
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE document_import DROP COLUMN decisions, DROP COLUMN version');
  }
}
