import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is no longer there keeps its history, and is not offered for anything new. */
export class DisableDepartmentsAndSections1764557386000 implements MigrationInterface {
  name = 'DisableDepartmentsAndSections1764557386000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE department ADD disabled boolean NOT NULL DEFAULT false');
    await queryRunner.query('ALTER TABLE section ADD disabled boolean NOT NULL DEFAULT false');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE section DROP COLUMN disabled');
    await queryRunner.query('ALTER TABLE department DROP COLUMN disabled');
  }
}
