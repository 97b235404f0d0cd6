import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Two who rename a passkey at once: the second is told, as of every other row that people edit. */
export class VersionPasskeys1764557490000 implements MigrationInterface {
  name = 'VersionPasskeys1764557490000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE passkey ADD version integer NOT NULL DEFAULT 1');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE passkey DROP version');
  }
}
