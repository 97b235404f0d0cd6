import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Codes can be read out to somebody who asks for them; a passkey answers nobody but the service it was made for. */
export class AddPasskeys1764557450000 implements MigrationInterface {
  name = 'AddPasskeys1764557450000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE passkey (
         id uuid PRIMARY KEY,
         user_id uuid NOT NULL REFERENCES app_user ON DELETE CASCADE,
         credential_id text NOT NULL CONSTRAINT passkey_credential_key UNIQUE,
         public_key bytea NOT NULL,
         counter bigint NOT NULL,
         transports text[] NOT NULL DEFAULT '{}',
         name text NOT NULL,
         created_at timestamptz NOT NULL,
         last_used_at timestamptz
       )`,
    );
    await queryRunner.query('CREATE INDEX passkey_user_idx ON passkey (user_id)');
    await queryRunner.query(
      `CREATE TABLE passkey_challenge (
         user_id uuid PRIMARY KEY REFERENCES app_user ON DELETE CASCADE,
         challenge text NOT NULL,
         expires_at timestamptz NOT NULL
       )`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['passkey_challenge', 'passkey']) await queryRunner.query(`DROP TABLE ${table}`);
  }
}
