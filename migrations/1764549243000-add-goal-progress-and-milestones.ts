import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The monthly line of prose beside a goal, and the plan of an indicator by months. */
export class AddGoalProgressAndMilestones1764549243000 implements MigrationInterface {
  name = 'AddGoalProgressAndMilestones1764549243000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE goal_progress (
        goal_id uuid NOT NULL,
        month text NOT NULL,
        version integer NOT NULL,
        text text NOT NULL,
        author text NOT NULL,
        written_at timestamptz NOT NULL,
        CONSTRAINT goal_progress_month_check CHECK ("month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
        CONSTRAINT "PK_cb424cfe7276f9a441ab39fb329" PRIMARY KEY (goal_id, month, version),
        CONSTRAINT "FK_fc44fbf7a34978da5aa5ea414bc" FOREIGN KEY (goal_id) REFERENCES goal (id) ON DELETE CASCADE
      );
      ALTER TABLE indicator ADD milestones jsonb NOT NULL DEFAULT '[]';`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE goal_progress; ALTER TABLE indicator DROP COLUMN milestones');
  }
}
