import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Requests that may be repeated without being done twice. */
export class CreateIdempotencyKeys1764550376000 implements MigrationInterface {
  name = 'CreateIdempotencyKeys1764550376000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE idempotency_key (
        user_id uuid NOT NULL,
        key text NOT NULL,
        request text NOT NULL,
        state text NOT NULL DEFAULT 'under-way',
        status integer,
        answer text,
        created_at timestamptz NOT NULL,
        CONSTRAINT idempotency_key_state_check CHECK (state IN ('under-way', 'done', 'unsure')),
        CONSTRAINT "PK_idempotency_key" PRIMARY KEY (user_id, key)
      );
      CREATE INDEX idempotency_key_created_idx ON idempotency_key (created_at);`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE idempotency_key');
  }
}
