import pg from 'pg';

/** Of one process: what the server keeps of them, it keeps for each connection. */
const MOST = 300;
/** So many texts are remembered that were sent once. */
const MOST_ONCE = 2_000;
/** The rows have other columns than when it was prepared: a newer version has migrated the database meanwhile. */
const FEATURE_NOT_SUPPORTED = '0A000';

/**
 * Which statements are prepared: those that come again. Parsing and planning cost more than most of ours take to run, and a
 * text with a list of its own in it, `IN ($1, $2, …)`, comes once.
 */
export class StatementNames {
  private once = new Set<string>();
  private readonly names = new Map<string, string>();
  private made = 0;

  /** The name to send it under; undefined: as it is. */
  of(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (this.names.size >= MOST) return undefined;
    if (this.once.delete(text)) return this.rename(text);
    if (this.once.size >= MOST_ONCE) this.once = new Set();
    this.once.add(text);
    return undefined;
  }

  /** It has to be prepared anew, on every connection. */
  rename(text: string): string {
    this.made += 1;
    const name = `jixiao_${this.made}`;
    this.names.set(text, name);
    return name;
  }
}

const names = new StatementNames();

/** A connection that prepares what comes again. Statements without parameters, such as COMMIT, go as they are. */
export class PreparingClient extends pg.Client {
  // pg declares a dozen forms; TypeORM uses one: a text, its parameters, and a promise.
  override query(...sent: never[]): never {
    const [text, values, callback] = sent as unknown[];
    const name =
      typeof text === 'string' && Array.isArray(values) && values.length > 0 && callback === undefined
        ? names.of(text)
        : undefined;
    if (name === undefined) return super.query(...(sent as [never]));
    const answer = super.query({ name, text: text as string, values: values as unknown[] }) as Promise<unknown>;
    return answer.catch((error: unknown) => {
      if ((error as { code?: string }).code === FEATURE_NOT_SUPPORTED) names.rename(text as string);
      throw error;
    }) as never;
  }
}
