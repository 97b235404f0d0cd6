import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who wrote an entry since its last approval, so that none of them approves it; and what was confirmed about figures. */
export class KeepAuthorsAndAnswers1764557021700 implements MigrationInterface {
  name = 'KeepAuthorsAndAnswers1764557021700';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE progress_entry
        ADD authors text[] NOT NULL DEFAULT '{}',
        ADD confirmed text[] NOT NULL DEFAULT '{}';
      ALTER TABLE budget_execution ADD confirmed text[] NOT NULL DEFAULT '{}';

      UPDATE progress_entry e SET authors = w.authors
      FROM (
        SELECT c.entry_id, array_agg(DISTINCT who ORDER BY who) AS authors
        FROM progress_change c
        CROSS JOIN LATERAL unnest(ARRAY[c.actor, c.on_behalf_of]) AS who
        WHERE c.action IN ('saved', 'emptied', 'submitted') AND who IS NOT NULL AND c.version > coalesce(
          (SELECT max(a.version) FROM progress_change a WHERE a.entry_id = c.entry_id AND a.action = 'approved'), 0)
        GROUP BY c.entry_id
      ) w
      WHERE w.entry_id = e.id AND e.status <> 'approved';`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE progress_entry DROP COLUMN authors, DROP COLUMN confirmed;
      ALTER TABLE budget_execution DROP COLUMN confirmed;`);
  }
}
