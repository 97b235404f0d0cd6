import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mid-year revisions of targets and weights; why little was spent, and the history of what was. */
export class AddRevisionsAndBudgetHistory1764555310000 implements MigrationInterface {
  name = 'AddRevisionsAndBudgetHistory1764555310000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE sheet_revision (
        id uuid NOT NULL,
        sheet_id uuid NOT NULL,
        number integer NOT NULL,
        effective_month text NOT NULL,
        reason text,
        weight_waiver jsonb,
        actor text NOT NULL,
        revised_at timestamptz NOT NULL,
        CONSTRAINT sheet_revision_sheet_number_key UNIQUE (sheet_id, number),
        CONSTRAINT sheet_revision_month_check CHECK ("effective_month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        CONSTRAINT "PK_894ea01ffe83bdb52e3f88de043" PRIMARY KEY (id),
        CONSTRAINT "FK_155b91649b078a0748aab3347ec" FOREIGN KEY (sheet_id) REFERENCES target_sheet (id) ON DELETE CASCADE
      );

      CREATE TABLE indicator_revision (
        indicator_id uuid NOT NULL,
        number integer NOT NULL,
        sheet_id uuid NOT NULL,
        effective_month text NOT NULL,
        comparator text NOT NULL,
        target numeric,
        target_upper numeric,
        target_text text,
        unit text,
        raw text NOT NULL,
        weight numeric NOT NULL,
        CONSTRAINT "PK_8e40d114d42c737eabd02e54de7" PRIMARY KEY (indicator_id, number),
        CONSTRAINT "FK_b07e58af651d54e9444e64bbef4" FOREIGN KEY (indicator_id) REFERENCES indicator (id) ON DELETE CASCADE
      );
      CREATE INDEX indicator_revision_sheet_idx ON indicator_revision (sheet_id);

      ALTER TABLE budget_execution ADD deviation_reason text, ADD corrective_measure text;
      CREATE TABLE budget_change (
        budget_id uuid NOT NULL,
        version integer NOT NULL,
        actor text NOT NULL,
        figures jsonb NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT "PK_f71e92f792b6d135eea97954528" PRIMARY KEY (budget_id, version),
        CONSTRAINT "FK_6a683dbeeda139b5e7e8629cd7b" FOREIGN KEY (budget_id) REFERENCES budget_execution (id) ON DELETE CASCADE
      );`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE budget_change, indicator_revision, sheet_revision;
      ALTER TABLE budget_execution DROP COLUMN deviation_reason, DROP COLUMN corrective_measure;`);
  }
}
