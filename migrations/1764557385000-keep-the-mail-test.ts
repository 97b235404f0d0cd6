import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the mail server said to the last mail that somebody sent to try it. */
export class KeepTheMailTest1764557385000 implements MigrationInterface {
  name = 'KeepTheMailTest1764557385000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      "INSERT INTO setting (id, name, value) VALUES ('01936000-0000-7000-8000-000000000020', 'mail-test', '{}')",
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("DELETE FROM setting WHERE name = 'mail-test'");
  }
}
