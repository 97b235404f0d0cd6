import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The reports of many departments are issued and packed in the background. */
export class CreateReportBatches1764557387000 implements MigrationInterface {
  name = 'CreateReportBatches1764557387000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE report_batch (
        id uuid NOT NULL,
        department_id uuid,
        created_at timestamptz NOT NULL,
        created_by text NOT NULL,
        created_by_id uuid NOT NULL,
        kind text NOT NULL,
        month text NOT NULL,
        departments uuid[],
        formats text[] NOT NULL,
        language text NOT NULL,
        show_personal_data boolean NOT NULL,
        reason text,
        state text NOT NULL,
        total integer NOT NULL,
        done integer NOT NULL DEFAULT 0,
        not_issued integer NOT NULL DEFAULT 0,
        problems jsonb NOT NULL DEFAULT '[]',
        error jsonb,
        sha256 text,
        size integer,
        due_at timestamptz NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        finished_at timestamptz,
        CONSTRAINT "PK_report_batch" PRIMARY KEY (id),
        CONSTRAINT report_batch_state_check CHECK (state IN ('waiting', 'working', 'done', 'failed')),
        CONSTRAINT report_batch_file_fkey FOREIGN KEY (sha256) REFERENCES stored_file (sha256) ON DELETE RESTRICT
      );
      CREATE INDEX report_batch_due_idx ON report_batch (due_at, id) WHERE finished_at IS NULL;
      CREATE INDEX report_batch_file_idx ON report_batch (sha256);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE report_batch');
  }
}
