/** What a run did, as figures for the history. */
export type JobResult = Readonly<Record<string, number | string>>;

/** A piece of daily work. It asks "what is due?", so a run that comes late loses nothing and a second one finds nothing. */
export interface Job {
  readonly name: string;
  /** Local time of its daily tick, `HH:MM`. */
  readonly time: string;
  /** Whether it says what people are told today: mails that wait are not sent before it has run. */
  readonly isBeforeMails?: true;
  /** Whether it looks at what the others did: what they owe at that moment is done first. */
  readonly isAfterOthers?: true;
  run(at: Date): Promise<JobResult>;
  /** What a run would do at that moment, without doing it. */
  preview(at: Date): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** Every job there is. */
export const JOBS = Symbol('jobs');
