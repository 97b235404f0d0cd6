import type { components, paths } from './schema.js';

type Schemas = components['schemas'];

/** What the service answers, by the names of its description. */
export type TargetSheetSummary = Schemas['ListedSheet'];
export type TargetSheet = Schemas['WholeSheet'];
export type SheetIndicator = Schemas['Indicator'];
export type Goal = Schemas['Goal'];
export type ScoreHeadline = Schemas['LeagueLine'];
export type HeatRow = Schemas['HeatRow'];
export type HeatCell = NonNullable<HeatRow['cells'][number]>;

type AnyScore = paths['/api/v1/target-sheets/{id}/score']['get']['responses'][200]['content']['application/json'];
type AnyIndicatorScore = AnyScore['indicators'][number];
type AllViews<T extends { pace?: unknown; outlook?: unknown }> = T & Required<Pick<T, 'pace' | 'outlook'>>;

/** A score as it is answered where no single view was asked for. */
export type ScoredIndicator = AllViews<AnyIndicatorScore>;
export type ScoredSheet = Omit<AllViews<AnyScore>, 'indicators'> & { indicators: ScoredIndicator[] };
export type IndicatorMonths = Schemas['IndicatorMonths'];
export type ProgressEntry = IndicatorMonths['entries'][number];
export type WorkList = Schemas['WorkList'];
export type User = Schemas['User'];
export type AuditEvent = Schemas['AuditEvent'];
export type Job = Schemas['JobOverview'];
export type Policy = Schemas['Policy'];
