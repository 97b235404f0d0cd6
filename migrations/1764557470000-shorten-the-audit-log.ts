import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where the audit log begins after its oldest lines were dropped (ADR 19): the owner's to write, and nobody's to change. */
export class ShortenTheAuditLog1764557470000 implements MigrationInterface {
  name = 'ShortenTheAuditLog1764557470000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_checkpoint (
        position bigint PRIMARY KEY,
        hash text NOT NULL,
        at timestamptz NOT NULL,
        last_key text,
        head jsonb NOT NULL,
        previous text NOT NULL,
        seal text NOT NULL
      );
      CREATE TRIGGER audit_checkpoint_append_only BEFORE UPDATE OR DELETE ON audit_checkpoint
        FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
      CREATE TRIGGER audit_checkpoint_not_emptied BEFORE TRUNCATE ON audit_checkpoint
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE audit_checkpoint;');
  }
}
