import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever may not undo an adoption is told for which indicators there is work. */
export class NameIndicatorsWorkedOn1764557100200 implements MigrationInterface {
  name = 'NameIndicatorsWorkedOn1764557100200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION indicators_worked_on(sheet uuid) RETURNS text[] LANGUAGE sql STABLE AS $$
        SELECT coalesce(array_agg(i.name ORDER BY i.ordinal), '{}') FROM indicator i WHERE i.sheet_id = sheet AND (
          EXISTS (SELECT FROM progress_entry WHERE indicator_id = i.id)
          OR EXISTS (SELECT FROM evidence WHERE indicator_id = i.id)
          OR EXISTS (SELECT FROM score_override WHERE indicator_id = i.id))
      $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION indicators_worked_on(uuid);');
  }
}
