import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An address that was refused for good is not asked again. It begins empty: until 29 November 2026 a wrong password counted
 * as a refusal, so every address is asked once more.
 */
export class MarkRefusedAddresses1764557300000 implements MigrationInterface {
  name = 'MarkRefusedAddresses1764557300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE refused_address (
        address text NOT NULL,
        refused_at timestamptz NOT NULL,
        reply text,
        CONSTRAINT refused_address_pkey PRIMARY KEY (address)
      )`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE refused_address');
  }
}
