import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A deputy's mail was planned for somebody else; who reads it is known when it leaves. */
export class KnowWhoseMailIsUnderWay1764557310000 implements MigrationInterface {
  name = 'KnowWhoseMailIsUnderWay1764557310000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mail ADD person text');
    await queryRunner.query('CREATE INDEX mail_person_idx ON mail (person, finished_at) WHERE person IS NOT NULL');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mail DROP COLUMN person');
  }
}
