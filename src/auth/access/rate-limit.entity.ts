import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often somebody did something in the current minute. */
@Entity('rate_limit')
export class RateLimit {
  /** What is limited and who is counted, such as `sign-in 192.0.2.1`. */
  @PrimaryColumn('text') key!: string;
  @Column('timestamptz', { name: 'window_start' }) windowStart!: Date;
  @Column('integer') count!: number;
}
