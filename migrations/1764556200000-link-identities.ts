import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Accounts whose users sign in at an OpenID provider. */
export class LinkIdentities1764556200000 implements MigrationInterface {
  name = 'LinkIdentities1764556200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE app_user
        ADD oidc_issuer text, ADD oidc_subject text,
        ADD CONSTRAINT app_user_identity_check CHECK ((oidc_issuer IS NULL) = (oidc_subject IS NULL)),
        ADD CONSTRAINT app_user_identity_key UNIQUE (oidc_issuer, oidc_subject);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE app_user DROP COLUMN oidc_issuer, DROP COLUMN oidc_subject;`);
  }
}
