import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a printed name means is said once; and documents of the time before a department was renamed are still recognised. */
export class KeepDepartmentAliases1764557080100 implements MigrationInterface {
  name = 'KeepDepartmentAliases1764557080100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE department_alias (
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        name text NOT NULL,
        compared text NOT NULL,
        kind text NOT NULL,
        within_id uuid,
        decided_by text NOT NULL,
        decided_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT department_alias_pkey PRIMARY KEY (id),
        CONSTRAINT department_alias_kind_check CHECK ("kind" IN ('said', 'former')),
        CONSTRAINT department_alias_department_fkey FOREIGN KEY (department_id) REFERENCES department (id) ON DELETE CASCADE,
        CONSTRAINT department_alias_within_fkey FOREIGN KEY (within_id) REFERENCES department (id) ON DELETE CASCADE
      );
      CREATE UNIQUE INDEX department_alias_said_key
        ON department_alias (compared, coalesce(within_id, '00000000-0000-0000-0000-000000000000')) WHERE kind = 'said';
      CREATE UNIQUE INDEX department_alias_former_key ON department_alias (department_id, compared) WHERE kind = 'former';`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE department_alias');
  }
}
