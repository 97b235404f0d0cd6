import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What one security administrator may not do alone waits for another one, or for a day. */
export class AskSecondPersons1764557390000 implements MigrationInterface {
  name = 'AskSecondPersons1764557390000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `CREATE TABLE pending_change (
         id uuid PRIMARY KEY,
         kind text NOT NULL,
         user_id uuid,
         seen_version integer,
         payload jsonb NOT NULL,
         asked_by uuid NOT NULL,
         asked_at timestamptz NOT NULL,
         effective_at timestamptz,
         expires_at timestamptz NOT NULL,
         CONSTRAINT pending_change_user_fkey FOREIGN KEY (user_id) REFERENCES app_user ON DELETE CASCADE,
         CONSTRAINT pending_change_asker_fkey FOREIGN KEY (asked_by) REFERENCES app_user ON DELETE CASCADE
       )`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE pending_change');
  }
}
