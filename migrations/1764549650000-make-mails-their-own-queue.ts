import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails say when they are due, and every try is kept; a run of a job says until when it is alive. */
export class MakeMailsTheirOwnQueue1764549650000 implements MigrationInterface {
  name = 'MakeMailsTheirOwnQueue1764549650000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(SCHEMA);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE mail_attempt;
      DROP INDEX mail_due_idx;
      ALTER TABLE mail DROP COLUMN due_at, ADD last_error text;
      DELETE FROM mail m WHERE NOT EXISTS (SELECT 1 FROM contact c WHERE c.id = m.contact_id);
      ALTER TABLE mail ADD CONSTRAINT "FK_d300387afa3a47c3331f791b5f2"
        FOREIGN KEY ("contact_id") REFERENCES "contact"("id") ON DELETE CASCADE;
      ALTER TABLE job_run DROP COLUMN alive_until;`);
  }
}

const SCHEMA = `
    ALTER TABLE mail ADD due_at timestamptz NOT NULL DEFAULT now(), DROP COLUMN last_error;
    ALTER TABLE mail ALTER due_at DROP DEFAULT;
    UPDATE mail SET state = 'refused' WHERE state = 'failed';
    ALTER TABLE mail DROP CONSTRAINT "FK_d300387afa3a47c3331f791b5f2";
    CREATE INDEX mail_due_idx ON mail (due_at, id) WHERE finished_at IS NULL;

    CREATE TABLE mail_attempt (
      id uuid NOT NULL,
      mail_id uuid NOT NULL,
      started_at timestamptz NOT NULL,
      finished_at timestamptz,
      outcome text,
      reply_code integer,
      reply text,
      CONSTRAINT "mail_attempt_pkey" PRIMARY KEY (id),
      CONSTRAINT "FK_c25efd6d99c5d6227c93afcc06f" FOREIGN KEY (mail_id) REFERENCES mail (id) ON DELETE CASCADE
    );
    CREATE INDEX mail_attempt_mail_idx ON mail_attempt (mail_id);

    ALTER TABLE job_run ADD alive_until timestamptz NOT NULL DEFAULT now();
    ALTER TABLE job_run ALTER alive_until DROP DEFAULT;

    -- The queue of pg-boss, where an earlier version made one: unsent mails are rows of their own.
    DROP SCHEMA IF EXISTS queue CASCADE;
`;
