import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Users, their sessions and tokens, who may see an import, deputies of contacts, and the audit log. */
export class CreateAccounts1764028800000 implements MigrationInterface {
  name = 'CreateAccounts1764028800000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(SCHEMA);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE user_session, api_token, app_user, rate_limit, audit_event;
      DROP FUNCTION refuse_audit_change;
      ALTER TABLE document_import DROP COLUMN department_id;
      ALTER TABLE contact
        DROP COLUMN user_id, DROP COLUMN deputy_id, DROP COLUMN away_from, DROP COLUMN away_until;`);
  }
}

const SCHEMA = `
    CREATE TABLE app_user (
      id uuid NOT NULL,
      username text NOT NULL,
      display_name text NOT NULL,
      email text,
      role text NOT NULL,
      department_id uuid,
      section_ids uuid[] NOT NULL DEFAULT '{}',
      password_hash text,
      password_changed_at timestamptz,
      must_change_password boolean NOT NULL DEFAULT false,
      failed_attempts integer NOT NULL DEFAULT 0,
      locked_until timestamptz,
      disabled boolean NOT NULL DEFAULT false,
      version integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL,
      CONSTRAINT app_user_username_key UNIQUE (username),
      CONSTRAINT app_user_department_check
        CHECK (department_id IS NOT NULL OR role NOT IN ('department-head', 'reporter')),
      CONSTRAINT "PK_22a5c4a3d9b2fb8e4e73fc4ada1" PRIMARY KEY (id),
      CONSTRAINT "FK_7bbda4c333c1da023d2f2ae7320" FOREIGN KEY (department_id) REFERENCES department (id) ON DELETE RESTRICT
    );

    CREATE TABLE user_session (
      token_hash text NOT NULL,
      user_id uuid NOT NULL,
      created_at timestamptz NOT NULL,
      last_seen_at timestamptz NOT NULL,
      CONSTRAINT "PK_9ccf6d901cef4067214284f327e" PRIMARY KEY (token_hash),
      CONSTRAINT "FK_13275383dcdf095ee29f2b3455a" FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
    );
    CREATE INDEX user_session_user_idx ON user_session (user_id);

    CREATE TABLE api_token (
      id uuid NOT NULL,
      user_id uuid NOT NULL,
      name text NOT NULL,
      token_hash text NOT NULL,
      scope text NOT NULL,
      expires_at timestamptz NOT NULL,
      created_at timestamptz NOT NULL,
      CONSTRAINT "PK_d862311c568d175c26f41bc6f98" PRIMARY KEY (id),
      CONSTRAINT "FK_1725c5ea908ff009f6ab3fa34fd" FOREIGN KEY (user_id) REFERENCES app_user (id) ON DELETE CASCADE
    );
    CREATE UNIQUE INDEX api_token_hash_idx ON api_token (token_hash);

    CREATE TABLE rate_limit (
      key text NOT NULL,
      window_start timestamptz NOT NULL,
      count integer NOT NULL,
      CONSTRAINT "PK_e6c0c0608decdf78e4d4b263397" PRIMARY KEY (key)
    );

    CREATE TABLE audit_event (
      position bigint NOT NULL,
      at timestamptz NOT NULL,
      actor_id uuid,
      actor text NOT NULL,
      action text NOT NULL,
      subject_type text NOT NULL,
      subject_id text,
      department_id uuid,
      before jsonb,
      after jsonb,
      reason text,
      hash text NOT NULL,
      CONSTRAINT "PK_3362b20c96cedaa7368448bb818" PRIMARY KEY (position)
    );
    CREATE INDEX audit_event_department_idx ON audit_event (department_id);

    CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS
      'BEGIN RAISE EXCEPTION ''audit_event is append-only''; END';
    CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

    ALTER TABLE document_import ADD department_id uuid;
    ALTER TABLE contact ADD user_id uuid, ADD deputy_id uuid, ADD away_from text, ADD away_until text;
  `;
