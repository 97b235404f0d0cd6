import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A password alone is guessed, seen or told; and a session says whether there was more. */
export class AddSecondFactors1764557410000 implements MigrationInterface {
  name = 'AddSecondFactors1764557410000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE totp (
         user_id uuid PRIMARY KEY REFERENCES app_user ON DELETE CASCADE,
         secret text NOT NULL,
         confirmed_at timestamptz,
         last_step integer
       )`,
    );
    await queryRunner.query(
      `CREATE TABLE recovery_code (
         user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
         code_hash text NOT NULL,
         PRIMARY KEY (user_id, code_hash)
       )`,
    );
    await queryRunner.query(
      `CREATE TABLE sign_in_step (
         token_hash text PRIMARY KEY,
         user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
         expires_at timestamptz NOT NULL
       )`,
    );
    await queryRunner.query('CREATE INDEX sign_in_step_user_idx ON sign_in_step (user_id)');
    await queryRunner.query('ALTER TABLE user_session ADD second_factor text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE user_session DROP COLUMN second_factor');
    for (const table of ['sign_in_step', 'recovery_code', 'totp']) await queryRunner.query(`DROP TABLE ${table}`);
  }
}
