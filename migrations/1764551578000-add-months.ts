import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Closing and reopening of a department's months, its own deadlines, and which entries came late. */
export class AddMonths1764551578000 implements MigrationInterface {
  name = 'AddMonths1764551578000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE month_decision (
        department_id uuid NOT NULL,
        month text NOT NULL,
        version integer NOT NULL,
        state text NOT NULL,
        reason text,
        open_until text,
        actor text NOT NULL,
        decided_at timestamptz NOT NULL,
        CONSTRAINT month_decision_month_check CHECK ("month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        CONSTRAINT "PK_04f70c5eb2d58bd52c3def3d18a" PRIMARY KEY (department_id, month, version),
        CONSTRAINT "FK_27c5894e746b91ed4f4d3bb70de" FOREIGN KEY (department_id) REFERENCES department (id) ON DELETE CASCADE
      );
      ALTER TABLE department ADD due_working_day integer, ADD due_hour integer, ADD closes_after integer;
      ALTER TABLE progress_entry ADD late boolean NOT NULL DEFAULT false;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE month_decision;
      ALTER TABLE department DROP COLUMN due_working_day, DROP COLUMN due_hour, DROP COLUMN closes_after;
      ALTER TABLE progress_entry DROP COLUMN late;`);
  }
}
