import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever has come to know a password, as of a one-time password that was handed out, waits for it to come back. */
export class RememberFormerPasswords1764557510000 implements MigrationInterface {
  name = 'RememberFormerPasswords1764557510000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE former_password (
         user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
         ended_at timestamptz NOT NULL,
         password_hash text NOT NULL,
         PRIMARY KEY (user_id, ended_at)
       )`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE former_password');
  }
}
