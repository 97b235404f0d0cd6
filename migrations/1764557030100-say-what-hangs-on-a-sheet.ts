import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people have done with a sheet, in one place: only a sheet with which nobody has done anything can go again. */
export class SayWhatHangsOnASheet1764557030100 implements MigrationInterface {
  name = 'SayWhatHangsOnASheet1764557030100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION sheet_history(sheet uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
        SELECT array_remove(ARRAY[
          CASE WHEN EXISTS (SELECT FROM progress_entry e JOIN indicator i ON i.id = e.indicator_id WHERE i.sheet_id = sheet)
               THEN 'entries' END,
          CASE WHEN EXISTS (SELECT FROM evidence e JOIN indicator i ON i.id = e.indicator_id WHERE i.sheet_id = sheet)
               THEN 'evidence' END,
          CASE WHEN EXISTS (SELECT FROM goal_progress p JOIN goal g ON g.id = p.goal_id WHERE g.sheet_id = sheet)
               THEN 'goal-progress' END,
          CASE WHEN EXISTS (SELECT FROM budget_execution b WHERE b.sheet_id = sheet) THEN 'spending' END,
          CASE WHEN EXISTS (SELECT FROM sheet_revision r WHERE r.sheet_id = sheet AND r.number > 0) THEN 'revisions' END,
          CASE WHEN EXISTS (SELECT FROM score_override o JOIN indicator i ON i.id = o.indicator_id WHERE i.sheet_id = sheet)
               THEN 'overrides' END,
          CASE WHEN EXISTS (SELECT FROM report r WHERE r.sheet_id = sheet) THEN 'reports' END
        ], NULL)
      $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION sheet_history(uuid);');
  }
}
