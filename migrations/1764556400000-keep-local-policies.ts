import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scoring policies that an installation adds, every version as it was first read. */
export class KeepLocalPolicies1764556400000 implements MigrationInterface {
  name = 'KeepLocalPolicies1764556400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE local_policy (
        name text NOT NULL,
        version integer NOT NULL,
        policy jsonb NOT NULL,
        added_at timestamptz NOT NULL,
        CONSTRAINT "PK_1ec96976659bbcc53bf7cc8fce6" PRIMARY KEY (name, version)
      );`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`DROP TABLE local_policy;`);
  }
}
