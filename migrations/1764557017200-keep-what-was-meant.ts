import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Targets that are days, indicators that end; revisions carry all that is scored by; a reopened entry keeps what was
 * approved of it.
 */
export class KeepWhatWasMeant1764557017200 implements MigrationInterface {
  name = 'KeepWhatWasMeant1764557017200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE indicator ADD target_date text, ADD end_month text, ADD end_reason text,
        ADD CONSTRAINT indicator_target_date_check CHECK (("comparator" = 'by') = ("target_date" IS NOT NULL));

      ALTER TABLE indicator_revision ADD target_date text, ADD rule text, ADD milestones jsonb NOT NULL DEFAULT '[]',
        ADD end_month text, ADD end_reason text;
      UPDATE indicator_revision r SET rule = i.rule, milestones = i.milestones
      FROM indicator i WHERE i.id = r.indicator_id;

      ALTER TABLE progress_entry ADD completed_on text, ADD last_approved jsonb;
      UPDATE progress_entry e
      SET last_approved = jsonb_build_object(
        'value', a.entry ->> 'value', 'numerator', a.entry ->> 'numerator', 'denominator', a.entry ->> 'denominator',
        'grade', a.entry ->> 'grade', 'coefficient', a.entry ->> 'coefficient', 'completedOn', NULL,
        'notApplicable', (a.entry ->> 'not_applicable')::boolean)
      FROM (SELECT DISTINCT ON (entry_id) entry_id, entry FROM progress_change WHERE action = 'approved'
            ORDER BY entry_id, version DESC) a
      WHERE a.entry_id = e.id AND e.status <> 'approved';`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE progress_entry DROP COLUMN completed_on, DROP COLUMN last_approved;
      ALTER TABLE indicator_revision DROP COLUMN target_date, DROP COLUMN rule, DROP COLUMN milestones,
        DROP COLUMN end_month, DROP COLUMN end_reason;
      ALTER TABLE indicator DROP CONSTRAINT indicator_target_date_check, DROP COLUMN target_date, DROP COLUMN end_month,
        DROP COLUMN end_reason;`);
  }
}
