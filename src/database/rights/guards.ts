import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { APPEND_ONLY } from './append-only.js';
import { GUARDS } from './known-guards.js';

const unspaced = (text: string): string => `regexp_replace(${text}, '[()\\s]', '', 'g')`;

/**
 * On tables of histories: triggers (switched off or not), rules and row security; and the functions of ours that run there.
 * Told apart by what they say; brackets and blanks of triggers and rules are left out, since versions of PostgreSQL print them
 * a little otherwise.
 */
const FOUND = `
  SELECT 'trigger ' || tgname || ' ON ' || c.relname AS name, tgenabled::text || ${unspaced('pg_get_triggerdef(t.oid, true)')} AS said
    FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid
   WHERE NOT tgisinternal AND c.relnamespace = current_schema()::regnamespace AND c.relname = ANY ($1)
   UNION ALL
  SELECT 'rule ' || rulename || ' ON ' || c.relname, ev_enabled::text || ${unspaced('pg_get_ruledef(r.oid, true)')}
    FROM pg_rewrite r JOIN pg_class c ON c.oid = ev_class
   WHERE c.relnamespace = current_schema()::regnamespace AND c.relname = ANY ($1)
   UNION ALL
  SELECT 'row security ON ' || c.relname, 'on'
    FROM pg_class c WHERE c.relrowsecurity AND c.relnamespace = current_schema()::regnamespace AND c.relname = ANY ($1)
   UNION ALL
  SELECT 'function ' || p.oid::regprocedure, concat_ws(' ', l.lanname, prosecdef, proconfig, prosrc)
    FROM pg_proc p JOIN pg_language l ON l.oid = prolang
   WHERE p.pronamespace = current_schema()::regnamespace AND p.proname = ANY ($2)
   ORDER BY name`;

/** What guards the histories in the database, each with a hash of what it says. */
export async function foundGuards(manager: EntityManager): Promise<Readonly<Record<string, string>>> {
  const functions = Object.keys(GUARDS).flatMap((name) => /^function (\w+)/.exec(name)?.[1] ?? []);
  const rows: { name: string; said: string }[] = await manager.query(FOUND, [Object.keys(APPEND_ONLY), functions]);
  return Object.fromEntries(rows.map(({ name, said }) => [name, hashOf(said)]));
}

const hashOf = (said: string): string => createHash('sha256').update(said).digest('hex').slice(0, 16);

/** Names of triggers, rules and functions on histories that are not as our migrations make them, or not there. */
export async function strangeGuards(manager: EntityManager): Promise<string[]> {
  const found = await foundGuards(manager);
  return [...new Set([...Object.keys(GUARDS), ...Object.keys(found)])].filter((name) => found[name] !== GUARDS[name]);
}
