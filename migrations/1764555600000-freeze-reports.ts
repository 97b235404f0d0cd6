import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports of every kind and scope, each version with its reason; an issued one cannot be changed. */
export class FreezeReports1764555600000 implements MigrationInterface {
  name = 'FreezeReports1764555600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The first reports hold less than a document needs; the monthly job issues them anew.
      DELETE FROM report;
      ALTER TABLE report
        ADD kind text NOT NULL,
        ADD sheet_id uuid,
        ADD reason text,
        ADD issued_by text NOT NULL,
        ALTER department_id DROP NOT NULL,
        DROP CONSTRAINT report_department_month_version_key;
      CREATE UNIQUE INDEX report_key ON report (
        kind, month,
        coalesce(department_id, '00000000-0000-0000-0000-000000000000'),
        coalesce(sheet_id, '00000000-0000-0000-0000-000000000000'),
        version);

      CREATE FUNCTION refuse_report_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'an issued report cannot be changed; issue a new version';
        END $$;
      CREATE TRIGGER report_frozen BEFORE UPDATE OR DELETE ON report
        FOR EACH ROW EXECUTE FUNCTION refuse_report_change();

      ALTER TABLE indicator ADD core boolean NOT NULL DEFAULT false;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER report_frozen ON report;
      DROP FUNCTION refuse_report_change;
      DROP INDEX report_key;
      DELETE FROM report;
      ALTER TABLE report
        DROP COLUMN kind, DROP COLUMN sheet_id, DROP COLUMN reason, DROP COLUMN issued_by,
        ALTER department_id SET NOT NULL,
        ADD CONSTRAINT report_department_month_version_key UNIQUE (department_id, month, version);
      ALTER TABLE indicator DROP COLUMN core;`);
  }
}
