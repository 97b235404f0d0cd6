import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Absences and deputies of users, sane ones of contacts, and for whom an entry was approved. */
export class AddDeputies1764549300000 implements MigrationInterface {
  name = 'AddDeputies1764549300000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      UPDATE contact SET away_from = NULL, away_until = NULL
        WHERE away_from IS NULL OR away_until IS NULL OR away_from > away_until;
      UPDATE contact SET deputy_id = NULL
        WHERE deputy_id = id OR NOT EXISTS (SELECT 1 FROM contact d WHERE d.id = contact.deputy_id);
      ALTER TABLE contact
        DROP CONSTRAINT contact_department_email_key,
        ADD CONSTRAINT contact_deputy_check CHECK (deputy_id <> id),
        ADD CONSTRAINT contact_away_check CHECK ((away_from IS NULL) = (away_until IS NULL) AND away_from <= away_until),
        ADD CONSTRAINT "FK_26f03b8c879ee03ee8906596c56" FOREIGN KEY (deputy_id) REFERENCES contact (id) ON DELETE SET NULL;
      CREATE UNIQUE INDEX contact_section_email_key ON contact (section_id, email) WHERE active AND section_id IS NOT NULL;
      CREATE UNIQUE INDEX contact_department_email_key ON contact (department_id, email) WHERE active AND section_id IS NULL;

      ALTER TABLE app_user
        ADD deputy_id uuid, ADD away_from text, ADD away_until text,
        ADD CONSTRAINT app_user_deputy_check CHECK (deputy_id <> id),
        ADD CONSTRAINT app_user_away_check CHECK ((away_from IS NULL) = (away_until IS NULL) AND away_from <= away_until),
        ADD CONSTRAINT "FK_699895f3689ea98d6469e79a01d" FOREIGN KEY (deputy_id) REFERENCES app_user (id) ON DELETE SET NULL;
      CREATE INDEX app_user_deputy_idx ON app_user (deputy_id);

      ALTER TABLE progress_change ADD on_behalf_of text;`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE progress_change DROP COLUMN on_behalf_of;
      ALTER TABLE app_user DROP COLUMN deputy_id, DROP COLUMN away_from, DROP COLUMN away_until;
      DROP INDEX contact_section_email_key, contact_department_email_key;
      ALTER TABLE contact
        DROP CONSTRAINT contact_deputy_check,
        DROP CONSTRAINT contact_away_check,
        DROP CONSTRAINT "FK_26f03b8c879ee03ee8906596c56",
        ADD CONSTRAINT contact_department_email_key UNIQUE (department_id, email);`);
  }
}
