import type { components } from './schema.js';

type Schemas = components['schemas'];

/** What the service answers, by the names of its description. */
export type TargetSheetSummary = Schemas['ListedSheet'];
export type TargetSheet = Schemas['WholeSheet'];
export type SheetIndicator = Schemas['Indicator'];
export type Goal = Schemas['Goal'];
export type ScoreHeadline = Schemas['ScoreHeadline'];
export type ScoredSheet = Schemas['ScoredSheet'];
export type ScoredIndicator = Schemas['ScoredIndicator'];
export type IndicatorMonths = Schemas['IndicatorMonths'];
export type ProgressEntry = IndicatorMonths['entries'][number];
export type User = Schemas['User'];
export type AuditEvent = Schemas['AuditEvent'];
export type Job = Schemas['JobOverview'];
