import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names with a hash are the ones that TypeORM expects for keys; without them the drift check would see a change. */
export class CreateSchema1763942400000 implements MigrationInterface {
  name = 'CreateSchema1763942400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(SCHEMA);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE ${TABLES.join(', ')}`);
  }
}

const TABLES = [
  'department',
  'goal',
  'section',
  'indicator',
  'target_sheet',
  'budget_execution',
  'calendar_day',
  'document_import',
  'job_run',
  'contact',
  'mail',
  'progress_entry',
  'progress_change',
  'notification',
  'report',
  'sheet_score',
];

const SCHEMA = `
    CREATE TABLE department (
      id uuid NOT NULL,
      name text NOT NULL,
      parent_id uuid,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT "department_name_key" UNIQUE ("name"),
      CONSTRAINT "PK_9a2213262c1593bffb581e382f5" PRIMARY KEY ("id")
    );

    CREATE TABLE goal (
      id uuid NOT NULL,
      sheet_id uuid NOT NULL,
      ordinal integer NOT NULL,
      text text NOT NULL,
      indicator_ids uuid[] NOT NULL DEFAULT '{}',
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT "goal_sheet_ordinal_key" UNIQUE ("sheet_id", "ordinal"),
      CONSTRAINT "PK_88c8e2b461b711336c836b1e130" PRIMARY KEY ("id")
    );

    CREATE TABLE section (
      id uuid NOT NULL,
      department_id uuid NOT NULL,
      name text NOT NULL,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT "section_department_name_key" UNIQUE ("department_id", "name"),
      CONSTRAINT "PK_3c41d2d699384cc5e8eac54777d" PRIMARY KEY ("id")
    );

    CREATE TABLE indicator (
      id uuid NOT NULL,
      sheet_id uuid NOT NULL,
      ordinal integer NOT NULL,
      section_id uuid,
      level1 text NOT NULL,
      level2 text NOT NULL,
      name text NOT NULL,
      comparator text NOT NULL,
      target numeric,
      target_upper numeric,
      target_text text,
      unit text,
      per text,
      raw text NOT NULL,
      basis text,
      previous text,
      weight numeric NOT NULL,
      rule text,
      rule_raw text,
      evidence_kind text,
      aggregation text,
      due_month integer,
      source text,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT "indicator_sheet_ordinal_key" UNIQUE ("sheet_id", "ordinal"),
      CONSTRAINT "indicator_weight_check" CHECK ("weight" >= 0),
      CONSTRAINT "PK_4693fe4c2cb912a71e05c589e7e" PRIMARY KEY ("id")
    );

    CREATE INDEX indicator_section_idx ON indicator ("section_id");

    CREATE TABLE target_sheet (
      id uuid NOT NULL,
      department_id uuid NOT NULL,
      kind text NOT NULL,
      fiscal_year integer NOT NULL,
      project text,
      responsible_name text,
      responsible_phone text,
      funding_total numeric,
      funding_fiscal numeric,
      funding_other numeric,
      funding_sources jsonb NOT NULL DEFAULT '[]',
      execution_weight numeric,
      policy text NOT NULL DEFAULT 'national-2020',
      weight_waiver jsonb,
      import_id uuid,
      version integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL,
      CONSTRAINT "target_sheet_kind_check" CHECK ("kind" IN ('department', 'project')),
      CONSTRAINT "PK_2437a0c2f30c4d5c050bcad1cbf" PRIMARY KEY ("id")
    );

    CREATE TABLE budget_execution (
      id uuid NOT NULL,
      sheet_id uuid NOT NULL,
      month text NOT NULL,
      spent numeric NOT NULL,
      adjusted_budget numeric,
      version integer NOT NULL DEFAULT 1,
      updated_at timestamptz NOT NULL,
      CONSTRAINT "budget_execution_sheet_month_key" UNIQUE ("sheet_id", "month"),
      CONSTRAINT "budget_execution_month_check" CHECK ("month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      CONSTRAINT "PK_f287bf1acf2dde1603639f316d4" PRIMARY KEY ("id")
    );

    CREATE TABLE calendar_day (
      day text NOT NULL,
      working boolean NOT NULL,
      name text NOT NULL,
      source text NOT NULL,
      CONSTRAINT "PK_0f0fd32432f4e23544a28c0562b" PRIMARY KEY ("day")
    );

    CREATE TABLE document_import (
      id uuid NOT NULL,
      file_name text NOT NULL,
      sha256 text NOT NULL,
      draft jsonb NOT NULL,
      adopted_at timestamptz,
      created_at timestamptz NOT NULL,
      CONSTRAINT "PK_09b29468e0f7b3ee0125466ed0e" PRIMARY KEY ("id")
    );

    CREATE TABLE job_run (
      job text NOT NULL,
      slot text NOT NULL,
      state text NOT NULL,
      result jsonb,
      error text,
      started_at timestamptz NOT NULL,
      finished_at timestamptz,
      CONSTRAINT "PK_d093d19d2d492208262cc4fe015" PRIMARY KEY ("job", "slot")
    );

    CREATE TABLE contact (
      id uuid NOT NULL,
      department_id uuid NOT NULL,
      section_id uuid,
      name text NOT NULL,
      email text NOT NULL,
      phone text,
      duty text NOT NULL DEFAULT 'reporter',
      language text NOT NULL DEFAULT 'zh',
      active boolean NOT NULL DEFAULT true,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT "contact_department_email_key" UNIQUE ("department_id", "email"),
      CONSTRAINT "PK_2cbbe00f59ab6b3bb5b8d19f989" PRIMARY KEY ("id")
    );

    CREATE INDEX contact_section_idx ON contact ("section_id");

    CREATE TABLE mail (
      id uuid NOT NULL,
      contact_id uuid NOT NULL,
      kind text NOT NULL,
      topic text NOT NULL,
      local_date text NOT NULL,
      state text NOT NULL DEFAULT 'queued',
      attempts integer NOT NULL DEFAULT 0,
      sent_to text,
      last_error text,
      created_at timestamptz NOT NULL,
      finished_at timestamptz,
      CONSTRAINT "mail_contact_kind_topic_key" UNIQUE ("contact_id", "kind", "topic"),
      CONSTRAINT "PK_5407da42b983ba54c6c62d462d3" PRIMARY KEY ("id")
    );

    CREATE TABLE progress_entry (
      id uuid NOT NULL,
      indicator_id uuid NOT NULL,
      month text NOT NULL,
      value numeric,
      numerator numeric,
      denominator numeric,
      grade text,
      coefficient numeric,
      not_applicable boolean NOT NULL DEFAULT false,
      not_applicable_reason text,
      deviation_reason text,
      corrective_measure text,
      note text,
      status text NOT NULL DEFAULT 'draft',
      submitted_by text,
      submitted_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      updated_at timestamptz NOT NULL,
      CONSTRAINT "progress_entry_indicator_month_key" UNIQUE ("indicator_id", "month"),
      CONSTRAINT "progress_entry_month_check" CHECK ("month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
      CONSTRAINT "PK_2087004aaffee249ff4adcd5281" PRIMARY KEY ("id")
    );

    CREATE INDEX progress_entry_month_status_idx ON progress_entry ("month", "status");

    CREATE TABLE progress_change (
      id uuid NOT NULL,
      entry_id uuid NOT NULL,
      version integer NOT NULL,
      action text NOT NULL,
      actor text NOT NULL,
      reason text,
      entry jsonb NOT NULL,
      changed_at timestamptz NOT NULL,
      CONSTRAINT "PK_8b085457e66cfb8f546df8138b8" PRIMARY KEY ("id")
    );

    CREATE INDEX progress_change_entry_idx ON progress_change ("entry_id", "version");

    CREATE TABLE notification (
      id uuid NOT NULL,
      rule text NOT NULL,
      subject text NOT NULL,
      contact_id uuid NOT NULL,
      due_date text NOT NULL,
      stage text NOT NULL,
      reason jsonb NOT NULL,
      mail_id uuid NOT NULL,
      created_at timestamptz NOT NULL,
      CONSTRAINT "notification_once_key" UNIQUE ("rule", "subject", "contact_id", "due_date", "stage"),
      CONSTRAINT "PK_705b6c7cdf9b2c2ff7ac7872cb7" PRIMARY KEY ("id")
    );

    CREATE INDEX notification_mail_idx ON notification ("mail_id");

    CREATE TABLE report (
      id uuid NOT NULL,
      department_id uuid NOT NULL,
      month text NOT NULL,
      version integer NOT NULL,
      content jsonb NOT NULL,
      hash text NOT NULL,
      issued_at timestamptz NOT NULL,
      CONSTRAINT "report_department_month_version_key" UNIQUE ("department_id", "month", "version"),
      CONSTRAINT "PK_99e4d0bea58cba73c57f935a546" PRIMARY KEY ("id")
    );

    CREATE TABLE sheet_score (
      sheet_id uuid NOT NULL,
      as_of text NOT NULL,
      policy text NOT NULL,
      policy_version text NOT NULL,
      raw numeric NOT NULL,
      max numeric NOT NULL,
      normalised numeric,
      rating text,
      provisional boolean NOT NULL,
      detail jsonb NOT NULL,
      scored_at timestamptz NOT NULL,
      CONSTRAINT "PK_69e805c84d6cd310eb448bc206a" PRIMARY KEY ("sheet_id", "as_of")
    );

    ALTER TABLE department
      ADD CONSTRAINT "FK_110d56d702b0880fe9b005878e9" FOREIGN KEY ("parent_id") REFERENCES "department"("id") ON DELETE RESTRICT;

    ALTER TABLE goal
      ADD CONSTRAINT "FK_27e86305c241a192971517be0ef" FOREIGN KEY ("sheet_id") REFERENCES "target_sheet"("id") ON DELETE CASCADE;

    ALTER TABLE section
      ADD CONSTRAINT "FK_17f1f75f933cff6a7bfc722cf3b" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE CASCADE;

    ALTER TABLE indicator
      ADD CONSTRAINT "FK_9543ab7d8801e07d9b4a44171c6" FOREIGN KEY ("sheet_id") REFERENCES "target_sheet"("id") ON DELETE CASCADE;

    ALTER TABLE indicator
      ADD CONSTRAINT "FK_bc72348464a296e15bcaff68639" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE SET NULL;

    ALTER TABLE target_sheet
      ADD CONSTRAINT "FK_404274869260eaeabf5695eeb00" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT;

    ALTER TABLE budget_execution
      ADD CONSTRAINT "FK_61cda92e97743e1ecf3adb8d1f5" FOREIGN KEY ("sheet_id") REFERENCES "target_sheet"("id") ON DELETE CASCADE;

    ALTER TABLE contact
      ADD CONSTRAINT "FK_52140a762f3951163f9999e369b" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE CASCADE;

    ALTER TABLE contact
      ADD CONSTRAINT "FK_feaec7b6dd1dc7ca9fe68b3637d" FOREIGN KEY ("section_id") REFERENCES "section"("id") ON DELETE SET NULL;

    ALTER TABLE mail
      ADD CONSTRAINT "FK_d300387afa3a47c3331f791b5f2" FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE;

    ALTER TABLE progress_entry
      ADD CONSTRAINT "FK_f44dde2babf126249b7297f81e1" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE CASCADE;

    ALTER TABLE progress_change
      ADD CONSTRAINT "FK_c6c988403f2c0badb5d68d7202d" FOREIGN KEY ("entry_id") REFERENCES "progress_entry"("id") ON DELETE CASCADE;

    ALTER TABLE notification
      ADD CONSTRAINT "FK_df090b0532e9dba0cc4630632a3" FOREIGN KEY ("mail_id") REFERENCES "mail"("id") ON DELETE CASCADE;

    ALTER TABLE sheet_score
      ADD CONSTRAINT "FK_82e29814a42d187d4bbe9a61e28" FOREIGN KEY ("sheet_id") REFERENCES "target_sheet"("id") ON DELETE CASCADE;

    -- One sheet per department, year, kind and project: importing a document twice must not double it.
    CREATE UNIQUE INDEX target_sheet_key ON target_sheet (department_id, fiscal_year, kind, coalesce(project, ''));
`;
