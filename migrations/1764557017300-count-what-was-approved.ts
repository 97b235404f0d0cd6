import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every score counts, in one place: what is approved, and of a reopened entry what was approved last. */
export class CountWhatWasApproved1764557017300 implements MigrationInterface {
  name = 'CountWhatWasApproved1764557017300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX progress_entry_reopened_idx ON progress_entry (indicator_id) WHERE last_approved IS NOT NULL;

      CREATE VIEW counted_entry AS
      SELECT indicator_id, month, value, numerator, denominator, grade, coefficient, completed_on, not_applicable,
             false AS reopened
      FROM progress_entry WHERE status = 'approved'
      UNION ALL
      SELECT indicator_id, month, (last_approved ->> 'value')::numeric, (last_approved ->> 'numerator')::numeric,
             (last_approved ->> 'denominator')::numeric, last_approved ->> 'grade',
             (last_approved ->> 'coefficient')::numeric, last_approved ->> 'completedOn',
             coalesce((last_approved ->> 'notApplicable')::boolean, false), true
      FROM progress_entry WHERE last_approved IS NOT NULL AND status <> 'approved';`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP VIEW counted_entry; DROP INDEX progress_entry_reopened_idx;');
  }
}
