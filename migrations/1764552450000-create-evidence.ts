import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Evidence of months and its files; whether a sheet demands it; tokens for certain indicators only. */
export class CreateEvidence1764552450000 implements MigrationInterface {
  name = 'CreateEvidence1764552450000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE stored_file (
        sha256 text NOT NULL,
        media_type text NOT NULL,
        size integer NOT NULL,
        uploaded_at timestamptz NOT NULL,
        CONSTRAINT "PK_stored_file" PRIMARY KEY (sha256)
      );

      CREATE TABLE evidence (
        id uuid NOT NULL,
        indicator_id uuid NOT NULL,
        month text NOT NULL,
        sha256 text NOT NULL,
        kind text NOT NULL,
        file_name text NOT NULL,
        added_by text NOT NULL,
        added_at timestamptz NOT NULL,
        CONSTRAINT evidence_once_key UNIQUE (indicator_id, month, sha256),
        CONSTRAINT evidence_kind_check CHECK (kind IN ('work-record', 'voucher')),
        CONSTRAINT evidence_month_check CHECK (month ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        CONSTRAINT "PK_evidence" PRIMARY KEY (id),
        CONSTRAINT "FK_ed79b3a90f9c970051fb75f789a" FOREIGN KEY (indicator_id) REFERENCES indicator (id) ON DELETE CASCADE,
        CONSTRAINT "FK_c5634a775d5b27317434a8c6358" FOREIGN KEY (sha256) REFERENCES stored_file (sha256) ON DELETE RESTRICT
      );
      CREATE INDEX evidence_file_idx ON evidence (sha256);

      ALTER TABLE target_sheet ADD evidence_required boolean NOT NULL DEFAULT false;
      ALTER TABLE api_token ADD indicator_ids uuid[] NOT NULL DEFAULT '{}';`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE api_token DROP COLUMN indicator_ids;
      ALTER TABLE target_sheet DROP COLUMN evidence_required;
      DROP TABLE evidence, stored_file;`);
  }
}
