import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person recognises a session of theirs by, and ends it by. */
export class ShowSessions1764557389000 implements MigrationInterface {
  name = 'ShowSessions1764557389000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE user_session ADD id uuid NOT NULL DEFAULT gen_random_uuid(), ADD address text, ADD agent text,
         ADD CONSTRAINT user_session_id_key UNIQUE (id)`,
    );
    await queryRunner.query('ALTER TABLE user_session ALTER id DROP DEFAULT');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE user_session DROP COLUMN id, DROP COLUMN address, DROP COLUMN agent');
  }
}
