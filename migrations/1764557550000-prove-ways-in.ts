import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sessions, tokens and changes that wait for a second person have a proof that only the program can make; the next start gives it to those of before. */
export class ProveWaysIn1764557550000 implements MigrationInterface {
  name = 'ProveWaysIn1764557550000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE sign_in_step ADD proof text;
      ALTER TABLE user_session ADD proof text;
      ALTER TABLE api_token ADD proof text;
      ALTER TABLE pending_change ADD proof text;
      CREATE INDEX audit_event_proofs_idx ON audit_event (subject_id, position) WHERE after ? 'proofs';`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP INDEX audit_event_proofs_idx;
      ALTER TABLE sign_in_step DROP proof;
      ALTER TABLE user_session DROP proof;
      ALTER TABLE api_token DROP proof;
      ALTER TABLE pending_change DROP proof;`);
  }
}
