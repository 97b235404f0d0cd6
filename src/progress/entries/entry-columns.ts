import type { SaveEntryDto } from './dto/entry.dto.js';

/** What people say in an entry: each column with its type and how it is read from what they sent. */
export const CONTENT: readonly { column: string; type: string; of: (entry: SaveEntryDto) => unknown }[] = [
  { column: 'value', type: 'numeric', of: ({ value }) => value ?? null },
  { column: 'numerator', type: 'numeric', of: ({ numerator }) => numerator ?? null },
  { column: 'denominator', type: 'numeric', of: ({ denominator }) => denominator ?? null },
  { column: 'grade', type: 'text', of: ({ grade }) => grade ?? null },
  { column: 'coefficient', type: 'numeric', of: ({ coefficient }) => coefficient ?? null },
  { column: 'completed_on', type: 'text', of: ({ completedOn }) => completedOn ?? null },
  { column: 'not_applicable', type: 'boolean', of: ({ notApplicable }) => notApplicable ?? false },
  { column: 'not_applicable_reason', type: 'text', of: ({ notApplicableReason }) => notApplicableReason ?? null },
  { column: 'deviation_reason', type: 'text', of: ({ deviationReason }) => deviationReason ?? null },
  { column: 'corrective_measure', type: 'text', of: ({ correctiveMeasure }) => correctiveMeasure ?? null },
  { column: 'note', type: 'text', of: ({ note }) => note ?? null },
];

/** The same as the entity has it, for entries that were meant to be stored so. */
export const contentOf = (entry: SaveEntryDto): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    CONTENT.map(({ column, of }) => [column.replace(/_(.)/g, (_, letter: string) => letter.toUpperCase()), of(entry)]),
  );

/** What an approved entry `e` says, as it is kept when it is reopened; texts, since jsonb numbers would become floats. */
export const APPROVED_CONTENT = `jsonb_build_object(
  'value', e.value::text, 'numerator', e.numerator::text, 'denominator', e.denominator::text, 'grade', e.grade,
  'coefficient', e.coefficient::text, 'completedOn', e.completed_on, 'notApplicable', e.not_applicable)`;

/** What an entry said after the change `c`, as `APPROVED_CONTENT` says it. */
export const CHANGED_FIGURES = `jsonb_build_object(
  'value', c.entry->>'value', 'numerator', c.entry->>'numerator', 'denominator', c.entry->>'denominator',
  'grade', c.entry->>'grade', 'coefficient', c.entry->>'coefficient', 'completedOn', c.entry->>'completed_on',
  'notApplicable', coalesce((c.entry->>'not_applicable')::boolean, false))`;

/** A row of `progress_entry` as the entity has it. */
export const ENTRY = `
  id, indicator_id AS "indicatorId", month, value, numerator, denominator, grade, coefficient,
  completed_on AS "completedOn", not_applicable AS "notApplicable", not_applicable_reason AS "notApplicableReason",
  deviation_reason AS "deviationReason", corrective_measure AS "correctiveMeasure", note, confirmed, status,
  submitted_by AS "submittedBy", submitted_at AS "submittedAt", authors, late, last_approved AS "lastApproved", version, updated_at AS "updatedAt"`;
