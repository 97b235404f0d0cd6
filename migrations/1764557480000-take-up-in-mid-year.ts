import type { MigrationInterface, QueryRunner } from 'typeorm';

const columns = (first: string): string => `
  SELECT i.id AS indicator_id, '0000-01' AS from_month, coalesce(r.first_month, '9999-12') AS until_month,
         i.aggregation, i.due_month, i.comparator, i.target, i.target_upper, i.target_date, i.unit, i.weight, i.rule,
         i.end_month${first}
  FROM indicator i
  LEFT JOIN (SELECT indicator_id, min(effective_month) AS first_month FROM indicator_revision GROUP BY indicator_id) r
    ON r.indicator_id = i.id
  UNION ALL
  SELECT i.id, r.effective_month, coalesce(r.next_month, '9999-12'), i.aggregation, i.due_month, r.comparator,
         r.target, r.target_upper, r.target_date, r.unit, r.weight, r.rule, r.end_month${first}
  FROM indicator i
  JOIN (
    SELECT *, min(effective_month) OVER (PARTITION BY indicator_id ORDER BY number
                                         ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING) AS next_month
    FROM indicator_revision
  ) r ON r.indicator_id = i.id`;

/** What is taken up in the middle of its year is asked for from a month on: the months before it are not owed. */
export class TakeUpInMidYear1764557480000 implements MigrationInterface {
  name = 'TakeUpInMidYear1764557480000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // As domain/entries/due.ts has it (owesMonth); a test compares the two. One expression, so that queries take it in as their own.
    await queryRunner.query(`
      ALTER TABLE indicator ADD first_month text;
      CREATE OR REPLACE VIEW indicator_in_force AS ${columns(', i.first_month')};
      DROP FUNCTION owes_month(text, text, integer, text, text);
      CREATE FUNCTION owes_month(target_date text, aggregation text, due_month integer, first_month text, end_month text,
                                 month text)
      RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE
          WHEN month < first_month OR month > end_month THEN false
          WHEN aggregation = 'each-quarter' THEN right(month, 2)::int % 3 = 0
          WHEN aggregation = 'each-half-year' THEN right(month, 2)::int % 6 = 0
          WHEN target_date IS NOT NULL THEN left(target_date, 7) = month
          ELSE due_month IS NULL OR due_month = right(month, 2)::int
        END
      $$;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION owes_month(text, text, integer, text, text, text);
      CREATE FUNCTION owes_month(target_date text, aggregation text, due_month integer, end_month text, month text)
      RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE
          WHEN month > end_month THEN false
          WHEN aggregation = 'each-quarter' THEN right(month, 2)::int % 3 = 0
          WHEN aggregation = 'each-half-year' THEN right(month, 2)::int % 6 = 0
          WHEN target_date IS NOT NULL THEN left(target_date, 7) = month
          ELSE due_month IS NULL OR due_month = right(month, 2)::int
        END
      $$;
      DROP VIEW indicator_in_force;
      CREATE VIEW indicator_in_force AS ${columns('')};
      ALTER TABLE indicator DROP first_month;`);
  }
}
