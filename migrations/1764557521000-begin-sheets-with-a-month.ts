import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which month on a sheet is asked for is said once, can be changed, and stands in the audit log as its other fields do. */
export class BeginSheetsWithAMonth1764557521000 implements MigrationInterface {
  name = 'BeginSheetsWithAMonth1764557521000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE target_sheet ADD first_month text;
      UPDATE target_sheet s SET first_month = i.first_month FROM (
        SELECT sheet_id, min(first_month) AS first_month FROM indicator WHERE first_month IS NOT NULL GROUP BY sheet_id
      ) i WHERE i.sheet_id = s.id;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE target_sheet DROP first_month');
  }
}
