import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An account has a proof that the program made it; the next start gives it to those of before. */
export class ProveAccounts1764557551000 implements MigrationInterface {
  name = 'ProveAccounts1764557551000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE app_user ADD proof text');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE app_user DROP proof');
  }
}
