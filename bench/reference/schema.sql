-- The least that a database needs to score the same figures: what the set-based SQL beside this file works on.
CREATE SCHEMA reference;
SET search_path = reference;
CREATE TABLE department (id int NOT NULL, name text NOT NULL);
CREATE TABLE target_sheet (id int NOT NULL, department_id int NOT NULL, fiscal_year int NOT NULL);
CREATE TABLE indicator (id int NOT NULL, sheet_id int NOT NULL, name text NOT NULL, comparator text NOT NULL,
  target numeric NOT NULL, weight numeric NOT NULL, aggregation text NOT NULL, rule text NOT NULL);
CREATE TABLE progress_entry (indicator_id int NOT NULL, period date NOT NULL, value numeric, numerator numeric,
  denominator numeric, status text NOT NULL, updated_at timestamptz NOT NULL);
CREATE TABLE indicator_score (indicator_id int PRIMARY KEY, sheet_id int NOT NULL, actual numeric, score numeric);
CREATE TABLE sheet_score (sheet_id int PRIMARY KEY, score numeric, n int);
