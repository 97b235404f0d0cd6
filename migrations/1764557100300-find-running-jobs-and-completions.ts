import type { MigrationInterface, QueryRunner } from 'typeorm';

/** There are few of both among all runs and all entries, and every tick and every day's reminders ask for them. */
export class FindRunningJobsAndCompletions1764557100300 implements MigrationInterface {
  name = 'FindRunningJobsAndCompletions1764557100300';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX job_run_running_idx ON job_run (job) WHERE state = 'running';
      CREATE INDEX progress_entry_completed_idx ON progress_entry (indicator_id) WHERE completed_on IS NOT NULL;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX job_run_running_idx; DROP INDEX progress_entry_completed_idx;');
  }
}
