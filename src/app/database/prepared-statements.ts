import pg from 'pg';

/** What the server keeps of them, it keeps for each connection. */
const MOST = 300;
/** Uses after which it is prepared. */
const TIMES = 10;
/** So many texts are counted; then the count begins anew, and what is used most is soon there again. */
const MOST_COUNTED = 2_000;
/** The rows have other columns than when it was prepared: a newer version has migrated the database meanwhile. */
const FEATURE_NOT_SUPPORTED = '0A000';

/**
 * Which statements are prepared: those that come again and again. Parsing and planning cost more than most of ours take to run;
 * a text with a list of its own in it, `IN ($1, $2, …)`, comes a few times.
 */
export class StatementNames {
  private readonly uses = new Map<string, number>();
  private readonly names = new Map<string, string>();
  private made = 0;

  /** The name to send it under; undefined: as it is. */
  of(text: string): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined || this.names.size >= MOST) return known;
    const times = (this.uses.get(text) ?? 0) + 1;
    if (times >= TIMES) {
      this.uses.delete(text);
      return this.rename(text);
    }
    if (this.uses.size >= MOST_COUNTED) this.uses.clear();
    this.uses.set(text, times);
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

/** Connections that prepare what comes again; what has no parameters, such as COMMIT, goes as it is. */
export const preparingClient = (names: StatementNames): typeof pg.Client =>
  class extends pg.Client {
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
  };
