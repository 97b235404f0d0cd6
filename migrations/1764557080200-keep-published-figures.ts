import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a self-evaluation has published stays with its sheet; and 上年结转, which is neither fiscal nor other money. */
export class KeepPublishedFigures1764557080200 implements MigrationInterface {
  name = 'KeepPublishedFigures1764557080200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE target_sheet ADD published jsonb, ADD funding_carried_over numeric;
      ALTER TABLE indicator ADD published jsonb;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE indicator DROP COLUMN published;
      ALTER TABLE target_sheet DROP COLUMN published, DROP COLUMN funding_carried_over;`);
  }
}
