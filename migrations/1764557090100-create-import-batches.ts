import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Many documents in one upload are read in the background. */
export class CreateImportBatches1764557090100 implements MigrationInterface {
  name = 'CreateImportBatches1764557090100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE import_batch (
        id uuid NOT NULL,
        department_id uuid,
        created_at timestamptz NOT NULL,
        created_by text NOT NULL,
        CONSTRAINT "PK_import_batch" PRIMARY KEY (id)
      );

      CREATE TABLE import_batch_item (
        id uuid NOT NULL,
        batch_id uuid NOT NULL,
        position integer NOT NULL,
        name text NOT NULL,
        state text NOT NULL,
        sha256 text,
        import_id uuid,
        error jsonb,
        due_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        finished_at timestamptz,
        CONSTRAINT "PK_import_batch_item" PRIMARY KEY (id),
        CONSTRAINT import_batch_item_place_key UNIQUE (batch_id, position),
        CONSTRAINT import_batch_item_state_check CHECK (state IN ('waiting', 'reading', 'read', 'known', 'failed')),
        CONSTRAINT import_batch_item_batch_fkey FOREIGN KEY (batch_id) REFERENCES import_batch (id) ON DELETE CASCADE,
        CONSTRAINT import_batch_item_import_fkey FOREIGN KEY (import_id) REFERENCES document_import (id) ON DELETE SET NULL,
        CONSTRAINT import_batch_item_file_fkey FOREIGN KEY (sha256) REFERENCES stored_file (sha256) ON DELETE RESTRICT
      );
      CREATE INDEX import_batch_item_due_idx ON import_batch_item (due_at, id) WHERE finished_at IS NULL;
      CREATE INDEX import_batch_item_file_idx ON import_batch_item (sha256);
      CREATE INDEX import_batch_item_import_idx ON import_batch_item (import_id);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE import_batch_item, import_batch');
  }
}
