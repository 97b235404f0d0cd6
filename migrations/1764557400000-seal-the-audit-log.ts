import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines that are changed by nobody; rows, since a cascade that reaches none of them is a statement all the same. */
const APPEND_ONLY = ['progress_change', 'goal_progress', 'budget_change', 'month_decision', 'sheet_revision'];
/** Those that may not be emptied either; reports and repairs refuse everything else already. */
const KEPT = [...APPEND_ONLY, 'indicator_revision', 'import_repair', 'report'];

/**
 * The audit log under a key that is not in the database (ADR 19), who asked from where, and which lines of histories a line
 * vouches for. Histories refuse what the audit log refuses.
 *
 * Whoever adds a column to a history makes it nullable: what lines say is hashed without what they leave out.
 */
export class SealTheAuditLog1764557400000 implements MigrationInterface {
  name = 'SealTheAuditLog1764557400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE audit_event ADD address text, ADD request_id text, ADD covers jsonb, ADD seal text;
      CREATE INDEX audit_event_refused_idx ON audit_event (actor_id, at) WHERE action = 'access.refused';

      CREATE FUNCTION hold_audit_tail() RETURNS TABLE ("position" bigint, hash text, at timestamptz) LANGUAGE plpgsql AS $$
        #variable_conflict use_column
        BEGIN
          PERFORM pg_advisory_xact_lock(5204032);
          RETURN QUERY
            SELECT e.position, e.hash, clock_timestamp() FROM audit_event e ORDER BY e.position DESC LIMIT 1;
          IF NOT FOUND THEN
            RETURN QUERY SELECT 0::bigint, ''::text, clock_timestamp();
          END IF;
        END $$;

      CREATE FUNCTION refuse_history_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
        END $$;
      ${APPEND_ONLY.map(
        (table) => `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE ON ${table}
          FOR EACH ROW EXECUTE FUNCTION refuse_history_change();`,
      ).join('\n')}
      CREATE TRIGGER indicator_revision_append_only BEFORE DELETE ON indicator_revision
        FOR EACH ROW EXECUTE FUNCTION refuse_history_change();
      -- The plan by months belongs to what is in force last, and is changed there.
      CREATE TRIGGER indicator_revision_kept BEFORE UPDATE ON indicator_revision
        FOR EACH ROW WHEN (to_jsonb(OLD) - 'milestones' IS DISTINCT FROM to_jsonb(NEW) - 'milestones')
        EXECUTE FUNCTION refuse_history_change();
      ${KEPT.map(
        (table) => `CREATE TRIGGER ${table}_not_emptied BEFORE TRUNCATE ON ${table}
          FOR EACH STATEMENT EXECUTE FUNCTION refuse_history_change();`,
      ).join('\n')}

      ALTER TABLE month_decision DROP CONSTRAINT "FK_27c5894e746b91ed4f4d3bb70de",
        ADD CONSTRAINT "FK_27c5894e746b91ed4f4d3bb70de" FOREIGN KEY (department_id) REFERENCES department;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE month_decision DROP CONSTRAINT "FK_27c5894e746b91ed4f4d3bb70de",
        ADD CONSTRAINT "FK_27c5894e746b91ed4f4d3bb70de" FOREIGN KEY (department_id) REFERENCES department ON DELETE CASCADE;
      DROP FUNCTION refuse_history_change CASCADE;
      DROP FUNCTION hold_audit_tail;
      DROP INDEX audit_event_refused_idx;
      ALTER TABLE audit_event DROP COLUMN address, DROP COLUMN request_id, DROP COLUMN covers, DROP COLUMN seal;`);
  }
}
