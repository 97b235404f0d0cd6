import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Values that are entered once and feed several indicators. */
export class CreateMeasures1764552042000 implements MigrationInterface {
  name = 'CreateMeasures1764552042000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE measure (
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        section_id uuid,
        name text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT measure_department_name_key UNIQUE (department_id, name),
        CONSTRAINT "PK_ddc1ad2a86717cedc808809423e" PRIMARY KEY (id),
        CONSTRAINT "FK_086b6fc0e2aebb45b7e4f56c1b0" FOREIGN KEY (department_id) REFERENCES department (id) ON DELETE CASCADE,
        CONSTRAINT "FK_2f2d90859ffe24ddfa088aaf9e5" FOREIGN KEY (section_id) REFERENCES section (id) ON DELETE SET NULL
      );
      ALTER TABLE indicator ADD measure_id uuid,
        ADD CONSTRAINT "FK_2b4a56c94705a10d7ac92a37957" FOREIGN KEY (measure_id) REFERENCES measure (id) ON DELETE SET NULL;
      CREATE INDEX indicator_measure_idx ON indicator (measure_id);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE indicator DROP COLUMN measure_id; DROP TABLE measure;');
  }
}
