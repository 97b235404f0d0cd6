import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { GUARDS } from './known-guards.js';
import { tablesOfService } from './service-rights.js';

const unspaced = (text: string): string => `regexp_replace(${text}, '[()\\s]', '', 'g')`;

/** What a constraint says; casts are left out, which versions print otherwise. */
const CONSTRAINT = `regexp_replace(pg_get_constraintdef(k.oid, true), '[()\\s]|::[a-z]+(\\[\\])?', '', 'g')`;

const OURS = `c.relnamespace = current_schema()::regnamespace AND c.relname = ANY ($1)`;

/**
 * Our views; on our tables, triggers (switched off or not), constraints with unique indexes and columns that must be filled, foreign
 * keys that are switched off, rules, policies, row security and defaults; functions that have the name of one of ours, or that a default, check or index of our tables asks; and settings that put triggers to sleep.
 * Told apart by what they say; brackets and blanks of triggers and rules are left out, since versions of PostgreSQL print them
 * a little otherwise. Extensions and their functions are whoever runs the server's.
 */
const FOUND = `
  SELECT 'trigger ' || tgname || ' ON ' || c.relname AS name, tgenabled::text || ${unspaced('pg_get_triggerdef(t.oid, true)')} AS said
    FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE NOT tgisinternal AND ${OURS}
   UNION ALL
  SELECT DISTINCT 'foreign key ' || conname || ' ON ' || c.relname, 'off'
    FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid JOIN pg_constraint k ON k.oid = tgconstraint
   WHERE tgisinternal AND tgenabled <> 'O' AND ${OURS}
   UNION ALL
  SELECT 'rule ' || rulename || ' ON ' || c.relname, ev_enabled::text || ${unspaced('pg_get_ruledef(r.oid, true)')}
    FROM pg_rewrite r JOIN pg_class c ON c.oid = ev_class WHERE ${OURS}
   UNION ALL
  SELECT 'view ' || c.relname, ${unspaced('pg_get_viewdef(c.oid, true)')}
    FROM pg_class c WHERE c.relkind = 'v' AND c.relnamespace = current_schema()::regnamespace AND c.relname = ANY ($3)
   UNION ALL
  SELECT 'policy ' || polname || ' ON ' || c.relname, 'there'
    FROM pg_policy p JOIN pg_class c ON c.oid = polrelid WHERE ${OURS}
   UNION ALL
  SELECT 'row security ON ' || c.relname, 'on' FROM pg_class c WHERE c.relrowsecurity AND ${OURS}
   UNION ALL
  SELECT 'function ' || p.oid::regprocedure,
         concat_ws(' ', l.lanname, prosecdef, provolatile, proconfig, prosrc, pg_get_function_sqlbody(p.oid))
    FROM pg_proc p JOIN pg_language l ON l.oid = prolang
   WHERE p.pronamespace = current_schema()::regnamespace AND p.proname = ANY ($2) OR p.oid IN (
     SELECT d.refobjid FROM pg_depend d
       LEFT JOIN pg_attrdef a ON d.classid = 'pg_attrdef'::regclass AND a.oid = d.objid
       LEFT JOIN pg_constraint k ON d.classid = 'pg_constraint'::regclass AND k.oid = d.objid
       LEFT JOIN pg_index i ON d.classid = 'pg_class'::regclass AND i.indexrelid = d.objid
       JOIN pg_class c ON c.oid = coalesce(a.adrelid, k.conrelid, i.indrelid)
      WHERE d.refclassid = 'pg_proc'::regclass AND ${OURS}
        AND NOT EXISTS (SELECT FROM pg_depend e WHERE e.classid = 'pg_proc'::regclass AND e.objid = d.refobjid AND e.deptype = 'e'))
   UNION ALL
  SELECT 'setting ' || said || coalesce(' of ' || rolname, ''), 'on'
    FROM pg_db_role_setting s CROSS JOIN LATERAL unnest(setconfig) AS said LEFT JOIN pg_roles r ON r.oid = setrole
   WHERE (said LIKE 'session_replication_role=%' OR said LIKE 'search_path=%')
     AND setdatabase IN (0, (SELECT oid FROM pg_database WHERE datname = current_database()))
   UNION ALL
  SELECT 'defaults ON ' || c.relname,
         string_agg(attname || '=' || ${unspaced('pg_get_expr(adbin, adrelid)')}, ' ' ORDER BY attname)
    FROM pg_attrdef d JOIN pg_class c ON c.oid = adrelid JOIN pg_attribute a ON a.attrelid = adrelid AND attnum = adnum
   WHERE ${OURS} GROUP BY c.relname
   UNION ALL
  SELECT 'constraints ON ' || c.relname, concat_ws(' ',
           (SELECT string_agg(concat_ws(' ', conname, contype, convalidated, condeferrable, condeferred, ${CONSTRAINT}), ' ' ORDER BY conname)
              FROM pg_constraint k WHERE conrelid = c.oid AND contype IN ('c', 'f', 'p', 'u', 'x')),
           (SELECT string_agg(concat_ws(' ', ${unspaced('pg_get_indexdef(indexrelid)')}, indisvalid), ' ' ORDER BY i.relname)
              FROM pg_index x JOIN pg_class i ON i.oid = indexrelid WHERE indrelid = c.oid AND indisunique),
           (SELECT string_agg(attname, ' ' ORDER BY attname)
              FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND attnotnull AND NOT attisdropped))
    FROM pg_class c WHERE c.relkind = 'r' AND ${OURS}
   UNION ALL
  SELECT 'table ' || relnamespace::regnamespace || '.audit_event', 'behind ours' FROM pg_class
   WHERE relname = 'audit_event' AND relnamespace <> current_schema()::regnamespace
     AND relnamespace::regnamespace::text = ANY (SELECT quote_ident(s) FROM unnest(current_schemas(false)) AS s)
   UNION ALL
  SELECT 'event trigger ' || evtname, evtenabled::text FROM pg_event_trigger e
   WHERE NOT EXISTS (SELECT FROM pg_depend x
                      WHERE x.classid = 'pg_event_trigger'::regclass AND x.objid = e.oid AND x.deptype = 'e')
   UNION ALL
  SELECT 'superuser ' || rolname, 'on' FROM pg_roles WHERE rolsuper AND rolname = current_user
     AND oid <> (SELECT relowner FROM pg_class WHERE oid = to_regclass('audit_event'))
   ORDER BY name`;

/** What guards our tables in the database, each with a hash of what it says. */
export async function foundGuards(manager: EntityManager): Promise<Readonly<Record<string, string>>> {
  const ours = (kind: string): string[] =>
    Object.keys(GUARDS).flatMap((name) => new RegExp(`^${kind} (\\w+)`).exec(name)?.[1] ?? []);
  const tables = tablesOfService(manager.dataSource);
  const rows: { name: string; said: string }[] = await manager.query(FOUND, [tables, ours('function'), ours('view')]);
  return Object.fromEntries(rows.map(({ name, said }) => [name, hashOf(said)]));
}

const hashOf = (said: string): string => createHash('sha256').update(said).digest('hex').slice(0, 16);

/** Names of triggers, rules, functions and policies of our tables that are not as our migrations make them, or not there. */
export async function strangeGuards(manager: EntityManager): Promise<string[]> {
  const found = await foundGuards(manager);
  return [...new Set([...Object.keys(GUARDS), ...Object.keys(found)])].filter((name) => found[name] !== GUARDS[name]);
}
