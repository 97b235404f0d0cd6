import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Few of all mails came to nothing, and whoever runs the machine asks how many. */
export class FindMailsThatFailed1764557300200 implements MigrationInterface {
  name = 'FindMailsThatFailed1764557300200';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE INDEX mail_failed_idx ON mail (finished_at) WHERE state IN ('refused', 'undeliverable')`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX mail_failed_idx');
  }
}
