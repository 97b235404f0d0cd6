import { defaultAggregation } from '../domain/default-aggregation.js';
import { DomainError } from '../domain/domain-error.js';
import { parseTargetValue, type TargetValue } from '../domain/target-value.js';
import type { AdoptDto, DecisionDto } from './dto/adopt.dto.js';
import type { IndicatorDraft, SheetDraft } from './sheet-draft.js';

/** A draft sheet with what a person corrected in it. @throws DomainError `target-unparsed` */
export function decidedSheet(draft: SheetDraft, place: number, decided: AdoptDto): SheetDraft {
  const { decisions = [], sheetDecisions = [] } = decided;
  const head = sheetDecisions.find(({ sheet }) => sheet === place);
  const indicators = draft.indicators.map((indicator, index) => {
    const at = decisions.findIndex((decision) => decision.sheet === place && decision.indicator === index);
    const decision = decisions[at];
    return decision ? decidedIndicator(indicator, decision, `/decisions/${at}/target`) : indicator;
  });
  return {
    ...draft,
    department: head?.department ?? draft.department,
    fiscalYear: head?.fiscalYear ?? draft.fiscalYear,
    project: head?.project ?? draft.project,
    executionWeight: head?.executionWeight ?? draft.executionWeight,
    responsible: head?.withoutPersonalData ? { name: null, phone: null } : draft.responsible,
    indicators,
  };
}

function decidedIndicator(draft: IndicatorDraft, decision: DecisionDto, pointer: string): IndicatorDraft {
  const name = decision.name ?? draft.name;
  return {
    ...draft,
    name,
    level1: decision.level1 ?? draft.level1,
    level2: decision.level2 ?? draft.level2,
    weight: decision.weight ?? draft.weight,
    rule: decision.rule ?? draft.rule,
    ...target(draft, name, decision, pointer),
    ...(decision.aggregation && { aggregation: decision.aggregation }),
  };
}

function target(
  { raw }: IndicatorDraft,
  name: string,
  decision: DecisionDto,
  pointer: string,
): Partial<IndicatorDraft> {
  if (decision.target === undefined && decision.qualitative === undefined) return {};
  const printed = decision.target ?? raw;
  const value = decision.qualitative ? inWords(printed) : parseTargetValue(printed);
  if (value) return { ...value, raw: printed, aggregation: defaultAggregation({ name, ...value }) };
  const message = {
    zh: `看不懂目标值“${printed}”，请写成如 ≥4篇/月、<=3名、=100%。`,
    en: `The target “${printed}” cannot be read; write it like ≥4篇/月, <=3名, =100%.`,
  };
  throw new DomainError('target-unparsed', message, [{ code: 'target-unparsed', pointer, message }]);
}

const inWords = (printed: string): TargetValue => ({
  ...{ comparator: 'qualitative', target: printed, targetUpper: null, unit: null, per: null, qualitative: true },
});
