import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Month } from '../../domain/calendar/month.js';
import type { Policy } from '../../domain/policy.js';
import type { SheetFacts } from '../scored-sheet.js';

/** Everything that a frozen score was computed from, the policy of that time included. Never changed. */
@Entity('score_snapshot')
export class ScoreSnapshot {
  /** SHA-256, hexadecimal, of the rest in canonical form (RFC 8785). */
  @PrimaryColumn('text', { name: 'input_hash' }) inputHash!: string;
  @Column('text', { name: 'as_of' }) asOf!: Month;
  @Column('jsonb') facts!: SheetFacts;
  @Column('jsonb') policy!: Policy;
}
