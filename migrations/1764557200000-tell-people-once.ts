import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What makes several contacts one person, the language of an account, and one absence for both. */
export class TellPeopleOnce1764557200000 implements MigrationInterface {
  name = 'TellPeopleOnce1764557200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE FUNCTION mailbox(email text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT lower(btrim(email, E' \\t\\r\\n\\u00a0\\u3000'))
      $$;
      CREATE INDEX contact_mailbox_idx ON contact (mailbox(email));
      CREATE INDEX contact_user_idx ON contact (user_id);

      ALTER TABLE app_user ADD language text NOT NULL DEFAULT 'zh',
        ADD CONSTRAINT app_user_language_check CHECK (language IN ('zh', 'en'));
      UPDATE app_user u SET language = 'en' WHERE EXISTS (
        SELECT 1 FROM contact c WHERE c.user_id = u.id AND c.active AND c.language = 'en');

      UPDATE app_user u SET away_from = c.away_from, away_until = c.away_until
        FROM (SELECT DISTINCT ON (user_id) * FROM contact WHERE user_id IS NOT NULL AND away_from IS NOT NULL
              ORDER BY user_id, away_until DESC, id) c
        WHERE c.user_id = u.id AND (u.away_until IS NULL OR u.away_until < c.away_until);
      UPDATE contact c SET away_from = u.away_from, away_until = u.away_until FROM app_user u
        WHERE u.id = c.user_id AND (c.away_from, c.away_until) IS DISTINCT FROM (u.away_from, u.away_until);

      -- Whoever is away is away, in whichever place it was said: an account and its contacts have the same days.
      CREATE FUNCTION contact_takes_absence() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        SELECT u.away_from, u.away_until INTO NEW.away_from, NEW.away_until FROM app_user u WHERE u.id = NEW.user_id;
        RETURN NEW;
      END $$;
      CREATE TRIGGER contact_bound BEFORE INSERT ON contact
        FOR EACH ROW WHEN (NEW.user_id IS NOT NULL) EXECUTE FUNCTION contact_takes_absence();
      CREATE TRIGGER contact_rebound BEFORE UPDATE OF user_id ON contact
        FOR EACH ROW WHEN (NEW.user_id IS NOT NULL AND NEW.user_id IS DISTINCT FROM OLD.user_id)
        EXECUTE FUNCTION contact_takes_absence();

      CREATE FUNCTION account_takes_absence() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE app_user u SET away_from = NEW.away_from, away_until = NEW.away_until, version = version + 1
          WHERE u.id = NEW.user_id AND (u.away_from, u.away_until) IS DISTINCT FROM (NEW.away_from, NEW.away_until);
        RETURN NULL;
      END $$;
      CREATE TRIGGER contact_away AFTER UPDATE OF away_from, away_until ON contact
        FOR EACH ROW WHEN (NEW.user_id IS NOT NULL AND NEW.user_id IS NOT DISTINCT FROM OLD.user_id
          AND (NEW.away_from, NEW.away_until) IS DISTINCT FROM (OLD.away_from, OLD.away_until))
        EXECUTE FUNCTION account_takes_absence();

      CREATE FUNCTION contacts_take_absence() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        UPDATE contact c SET away_from = NEW.away_from, away_until = NEW.away_until, version = version + 1
          WHERE c.user_id = NEW.id AND (c.away_from, c.away_until) IS DISTINCT FROM (NEW.away_from, NEW.away_until);
        RETURN NULL;
      END $$;
      CREATE TRIGGER account_away AFTER UPDATE OF away_from, away_until ON app_user
        FOR EACH ROW WHEN ((NEW.away_from, NEW.away_until) IS DISTINCT FROM (OLD.away_from, OLD.away_until))
        EXECUTE FUNCTION contacts_take_absence();`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TRIGGER account_away ON app_user;
      DROP TRIGGER contact_away ON contact;
      DROP TRIGGER contact_bound ON contact;
      DROP TRIGGER contact_rebound ON contact;
      DROP FUNCTION contacts_take_absence();
      DROP FUNCTION account_takes_absence();
      DROP FUNCTION contact_takes_absence();
      ALTER TABLE app_user DROP COLUMN language;
      DROP INDEX contact_mailbox_idx, contact_user_idx;
      DROP FUNCTION mailbox(text);`);
  }
}
