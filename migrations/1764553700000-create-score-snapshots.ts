import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What frozen scores were computed from. */
export class CreateScoreSnapshots1764553700000 implements MigrationInterface {
  name = 'CreateScoreSnapshots1764553700000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE score_snapshot (
        input_hash text NOT NULL,
        as_of text NOT NULL,
        facts jsonb NOT NULL,
        policy jsonb NOT NULL,
        CONSTRAINT "PK_cdbe9b776abca8afcb206f3c727" PRIMARY KEY (input_hash)
      );`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE score_snapshot');
  }
}
