import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Failures are counted for where they come from: a stranger could keep an account locked for ever. */
export class ThrottleSignIns1764557388000 implements MigrationInterface {
  name = 'ThrottleSignIns1764557388000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'CREATE TABLE sign_in_failure (key text PRIMARY KEY, count integer NOT NULL, last_at timestamptz NOT NULL)',
    );
    await queryRunner.query(
      `CREATE TABLE known_browser (
         token_hash text NOT NULL,
         user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
         last_used_at timestamptz NOT NULL,
         PRIMARY KEY (token_hash, user_id)
       )`,
    );
    await queryRunner.query('CREATE INDEX known_browser_user_idx ON known_browser (user_id)');
    await queryRunner.query('ALTER TABLE app_user DROP COLUMN failed_attempts, DROP COLUMN locked_until');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'ALTER TABLE app_user ADD failed_attempts integer NOT NULL DEFAULT 0, ADD locked_until timestamptz',
    );
    await queryRunner.query('DROP TABLE known_browser');
    await queryRunner.query('DROP TABLE sign_in_failure');
  }
}
