import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Drafts are repaired by an append-only list of changes. Those read before cannot be: what was found around their sheets
 * was not kept. They stay to be looked at, and the document is uploaded again; what was decided about adopted ones stays
 * with their adoption.
 */
export class RepairImports1764557018100 implements MigrationInterface {
  name = 'RepairImports1764557018100';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE document_import
        ADD created_by text NOT NULL DEFAULT '',
        ADD reading jsonb,
        ADD summary jsonb NOT NULL DEFAULT '{"sheets":0,"indicators":0,"departments":[],"doubts":{"error":0,"warning":0,"info":0},"answered":0}',
        ADD adoption jsonb;
      UPDATE document_import SET adoption = jsonb_build_object(
        'by', '',
        'targetSheetIds', coalesce(
          (SELECT jsonb_agg(s.id ORDER BY s.id) FROM target_sheet s WHERE s.import_id = document_import.id), '[]'),
        'decisions', decisions)
        WHERE adopted_at IS NOT NULL;
      UPDATE document_import SET summary = jsonb_build_object(
        'sheets', jsonb_array_length(draft->'sheets'),
        'indicators', (SELECT coalesce(sum(jsonb_array_length(s->'indicators')), 0)
                       FROM jsonb_array_elements(draft->'sheets') s),
        'departments', (SELECT coalesce(jsonb_agg(DISTINCT s->'department'), '[]')
                        FROM jsonb_array_elements(draft->'sheets') s WHERE s->>'department' IS NOT NULL),
        'doubts', (SELECT jsonb_build_object(
                     'error', count(*) FILTER (WHERE d->>'severity' = 'error'),
                     'warning', count(*) FILTER (WHERE d->>'severity' = 'warning'),
                     'info', count(*) FILTER (WHERE d->>'severity' = 'info'))
                   FROM jsonb_array_elements(draft->'doubts') d),
        'answered', 0);
      ALTER TABLE document_import ALTER summary DROP DEFAULT;
      ALTER TABLE document_import DROP COLUMN decisions;
      CREATE INDEX document_import_sha256_idx ON document_import (sha256);

      CREATE TABLE import_repair (
        import_id uuid NOT NULL,
        number integer NOT NULL,
        actor text NOT NULL,
        made_at timestamptz NOT NULL,
        repair jsonb NOT NULL,
        changes jsonb NOT NULL,
        CONSTRAINT import_repair_pkey PRIMARY KEY (import_id, number),
        CONSTRAINT import_repair_import_fkey FOREIGN KEY (import_id) REFERENCES document_import (id)
      );
      CREATE FUNCTION refuse_repair_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'a repair that was made stays on record; undo it by another one';
        END $$;
      CREATE TRIGGER import_repair_append_only BEFORE UPDATE OR DELETE ON import_repair
        FOR EACH ROW EXECUTE FUNCTION refuse_repair_change();`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE import_repair;
      DROP FUNCTION refuse_repair_change;
      DROP INDEX document_import_sha256_idx;
      ALTER TABLE document_import ADD decisions jsonb;
      UPDATE document_import SET decisions = adoption->'decisions' WHERE jsonb_typeof(adoption->'decisions') = 'object';
      ALTER TABLE document_import
        DROP COLUMN created_by, DROP COLUMN reading, DROP COLUMN summary, DROP COLUMN adoption;`);
  }
}
