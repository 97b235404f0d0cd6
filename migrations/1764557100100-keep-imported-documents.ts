import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever checks what was read looks at the document itself. */
export class KeepImportedDocuments1764557100100 implements MigrationInterface {
  name = 'KeepImportedDocuments1764557100100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE document_import
        ADD COLUMN file_sha256 text,
        ADD CONSTRAINT document_import_file_fkey FOREIGN KEY (file_sha256) REFERENCES stored_file (sha256) ON DELETE RESTRICT;
      CREATE INDEX document_import_file_idx ON document_import (file_sha256);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE document_import DROP COLUMN file_sha256');
  }
}
