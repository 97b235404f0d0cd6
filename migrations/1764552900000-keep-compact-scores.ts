import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Stored scores keep what lists and roll-ups need, explanations are made when asked for; points that a reviewer gave. */
export class KeepCompactScores1764552900000 implements MigrationInterface {
  name = 'KeepCompactScores1764552900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- Scores are derived: whoever asks next has them computed anew.
      DELETE FROM sheet_score;
      ALTER TABLE sheet_score
        DROP COLUMN detail,
        ADD light text NOT NULL,
        ADD pace_raw numeric NOT NULL,
        ADD pace_max numeric NOT NULL,
        ADD indicators jsonb NOT NULL;
      CREATE INDEX sheet_score_as_of_idx ON sheet_score (as_of);

      CREATE TABLE score_override (
        id uuid NOT NULL,
        indicator_id uuid NOT NULL,
        from_month text NOT NULL,
        score numeric NOT NULL,
        reason text NOT NULL,
        decided_by text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz NOT NULL,
        CONSTRAINT score_override_indicator_key UNIQUE (indicator_id),
        CONSTRAINT score_override_score_check CHECK (score >= 0),
        CONSTRAINT "PK_a26a6d85cc959fbdf538ae50ae2" PRIMARY KEY (id),
        CONSTRAINT "FK_05d4ebc5d515d89ff7fda3f433b" FOREIGN KEY (indicator_id) REFERENCES indicator (id) ON DELETE CASCADE
      );`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE score_override;
      DELETE FROM sheet_score;
      DROP INDEX sheet_score_as_of_idx;
      ALTER TABLE sheet_score
        DROP COLUMN light, DROP COLUMN pace_raw, DROP COLUMN pace_max, DROP COLUMN indicators,
        ADD detail jsonb NOT NULL;`);
  }
}
