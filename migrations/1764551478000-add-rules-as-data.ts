import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reminder rules as a document, years of the calendar, who does without alerts, robots of group chats. */
export class AddRulesAsData1764551478000 implements MigrationInterface {
  name = 'AddRulesAsData1764551478000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(SCHEMA);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE setting, calendar_year, mail_opt_out, chat_robot, signing_key;
      UPDATE mail SET kind = 'entries-owed' WHERE kind = 'digest';`);
  }
}

const SCHEMA = `
    CREATE TABLE setting (
      id uuid NOT NULL,
      name text NOT NULL,
      value jsonb NOT NULL,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT setting_name_key UNIQUE (name),
      CONSTRAINT setting_pkey PRIMARY KEY (id)
    );
    INSERT INTO setting (id, name, value) VALUES ('01936000-0000-7000-8000-000000000002', 'reminder-rules', '{}');

    CREATE TABLE calendar_year (
      year integer NOT NULL,
      version integer NOT NULL DEFAULT 1,
      CONSTRAINT calendar_year_pkey PRIMARY KEY (year)
    );
    INSERT INTO calendar_year (year) SELECT DISTINCT left(day, 4)::int FROM calendar_day;

    CREATE TABLE mail_opt_out (
      contact_id uuid NOT NULL,
      since timestamptz NOT NULL,
      CONSTRAINT mail_opt_out_pkey PRIMARY KEY (contact_id)
    );

    CREATE TABLE chat_robot (
      contact_id uuid NOT NULL,
      platform text NOT NULL,
      url text NOT NULL,
      secret text,
      not_before timestamptz NOT NULL DEFAULT '-infinity',
      CONSTRAINT chat_robot_pkey PRIMARY KEY (contact_id),
      CONSTRAINT "FK_57219e32717978d79e02911fbaf" FOREIGN KEY (contact_id) REFERENCES contact (id) ON DELETE CASCADE
    );

    -- Two random UUIDs hold 244 random bits.
    CREATE TABLE signing_key (
      name text NOT NULL,
      key text NOT NULL,
      CONSTRAINT signing_key_pkey PRIMARY KEY (name)
    );
    INSERT INTO signing_key VALUES ('unsubscribe', gen_random_uuid()::text || gen_random_uuid()::text);

    UPDATE mail SET kind = 'digest' WHERE kind = 'entries-owed';
`;
