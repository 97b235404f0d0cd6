import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { canonicalJson } from '../../common/canonical-json.js';
import { NotFoundError } from '../../domain/domain-error.js';
import { ScoreSnapshot } from './score-snapshot.entity.js';
import { type ScoredSheet, scoredSheet } from '../scored-sheet.js';

/** A score that names what it was computed from. */
export interface FrozenScore extends ScoredSheet {
  readonly inputHash: string;
}

type Input = Omit<ScoreSnapshot, 'inputHash'>;

const hashOf = (input: Input): string => createHash('sha256').update(canonicalJson(input)).digest('hex');

/** Scores that a report rests on can be computed again, exactly, however rules and entries change later. */
@Injectable()
export class ScoreSnapshotsService {
  constructor(private readonly dataSource: DataSource) {}

  /** Keeps what scores are computed from, in the caller's transaction; equal input is kept once. */
  async freeze(manager: EntityManager, inputs: readonly Input[]): Promise<FrozenScore[]> {
    const named = inputs.map((input) => ({ inputHash: hashOf(input), ...input }));
    await manager.query(
      `INSERT INTO score_snapshot (input_hash, as_of, facts, policy)
       SELECT "inputHash", "asOf", facts, policy
       FROM json_to_recordset($1::json) AS t ("inputHash" text, "asOf" text, facts jsonb, policy jsonb)
       ON CONFLICT (input_hash) DO NOTHING`,
      [JSON.stringify(named)],
    );
    return named.map(({ inputHash, facts, asOf, policy }) => ({ ...scoredSheet(facts, asOf, policy), inputHash }));
  }

  /** The score once more, from its kept input. @throws NotFoundError */
  async replay(inputHash: string, manager = this.dataSource.manager): Promise<FrozenScore> {
    const snapshot = await manager.findOneBy(ScoreSnapshot, { inputHash });
    if (!snapshot) throw new NotFoundError({ zh: '计分快照', en: 'score snapshot' });
    return { ...scoredSheet(snapshot.facts, snapshot.asOf, snapshot.policy), inputHash };
  }
}
