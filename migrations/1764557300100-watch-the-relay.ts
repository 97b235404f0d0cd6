import type { MigrationInterface, QueryRunner } from 'typeorm';

/** While the mail server as a whole fails one mail tries it for all; and each try says where it failed. */
export class WatchTheRelay1764557300100 implements MigrationInterface {
  name = 'WatchTheRelay1764557300100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE relay_failure (
        relay text NOT NULL,
        since timestamptz NOT NULL,
        tries integer NOT NULL,
        last_try_at timestamptz NOT NULL,
        next_try_at timestamptz NOT NULL,
        phase text NOT NULL,
        reply_code integer,
        reply text,
        told_at timestamptz,
        CONSTRAINT relay_failure_pkey PRIMARY KEY (relay)
      );
      ALTER TABLE mail_attempt ADD phase text;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE mail_attempt DROP phase; DROP TABLE relay_failure;');
  }
}
