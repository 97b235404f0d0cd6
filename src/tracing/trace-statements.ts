import pg from 'pg';
import { type Span, working } from './span.js';

type Query = (this: unknown, ...args: unknown[]) => unknown;
type Callback = (error: unknown, ...rest: unknown[]) => void;

/**
 * Every statement that a request asks is a span below it, with its text and without its values. What nobody asked for (the queue,
 * the jobs) and rows that are copied are left as they are. @returns how to stop
 */
export function traceStatements(ended: (span: Span) => void): () => void {
  const client = pg.Client.prototype as unknown as { query: Query };
  const { query } = client;
  client.query = function (...args) {
    const text = textOf(args[0]);
    const span = text === undefined ? undefined : working.getStore()?.below(nameOf(text), attributesOf(text));
    if (!span) return query.apply(this, args);
    const end = (error: unknown): void => {
      ended(span.end(Boolean(error)));
    };
    const last = args.at(-1);
    if (typeof last === 'function') {
      const callback: Callback = (error, ...rest) => {
        end(error);
        (last as Callback)(error, ...rest);
      };
      return query.apply(this, [...args.slice(0, -1), callback]);
    }
    const asked = query.apply(this, args) as Promise<unknown>;
    asked.then(() => {
      end(null);
    }, end);
    return asked;
  };
  return () => {
    client.query = query;
  };
}

/** Something with a protocol of its own (COPY) is no statement. */
function textOf(asked: unknown): string | undefined {
  if (typeof asked === 'string') return asked;
  const { text, submit } = asked as { text?: string; submit?: unknown };
  return submit === undefined ? text : undefined;
}

const nameOf = (text: string): string => (/\w+/.exec(text)?.[0] ?? 'query').toUpperCase();

const attributesOf = (text: string) => ({ 'db.system.name': 'postgresql', 'db.query.text': text.trim() });
