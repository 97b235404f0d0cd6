import type { Aggregation } from '../../src/domain/aggregation.js';
import type { Comparator, Period, Rule } from '../../src/domain/indicator.js';
import type { Section } from '../../src/organisation/section.entity.js';
import type { NewIndicator } from '../../src/targets/sheets/new-sheet.js';

const DEFAULTS: NewIndicator = {
  sectionId: null,
  sectionPrinted: null,
  level1: '履职效能',
  level2: '数量指标',
  name: '组织会议次数',
  comparator: '>=',
  target: '60',
  targetUpper: null,
  targetText: null,
  targetDate: null,
  unit: '次',
  per: null,
  raw: '≥60次',
  basis: '计划标准',
  previous: null,
  weight: '90',
  rule: 'proportional',
  ruleRaw: '按照完成比例赋分',
  evidenceKind: '工作资料',
  aggregation: 'sum',
  dueMonth: null,
  firstMonth: null,
  endMonth: null,
  source: null,
  published: null,
};

/** A count of at least 60 over the year, worth all points beside execution, until it is told otherwise. */
export class IndicatorFactory {
  private constructor(private readonly values: NewIndicator) {}

  static new(): IndicatorFactory {
    return new IndicatorFactory(DEFAULTS);
  }

  /** 率: numerator and denominator, in percent. */
  static ratio(target = '95'): IndicatorFactory {
    return new IndicatorFactory(DEFAULTS).named('信件回复率').target('>=', target, '%').reducedBy('ratio');
  }

  /** Something that has to be completed by a day. */
  static by(targetDate: string): IndicatorFactory {
    const day = { comparator: 'by', target: null, targetDate, unit: null, raw: `${targetDate}前` } as const;
    const dueMonth = Number(targetDate.slice(5, 7));
    return new IndicatorFactory({ ...DEFAULTS, ...day, name: '项目完工时间', aggregation: 'completed-on', dueMonth });
  }

  static qualitative(): IndicatorFactory {
    const text = { comparator: 'qualitative', target: null, targetText: '提升', unit: null, raw: '提升' } as const;
    return new IndicatorFactory({ ...DEFAULTS, ...text, name: '服务水平', aggregation: null, rule: 'graded' });
  }

  named(name: string): IndicatorFactory {
    return this.with({ name });
  }

  target(comparator: Comparator, target: string, unit: string, targetUpper: string | null = null): IndicatorFactory {
    return this.with({ comparator, target, targetUpper, unit, raw: `${comparator}${target}${unit}` });
  }

  /** 一级指标, such as 成本指标. */
  at(level1: string): IndicatorFactory {
    return this.with({ level1 });
  }

  weighing(weight: string): IndicatorFactory {
    return this.with({ weight });
  }

  scoredBy(rule: Rule | null): IndicatorFactory {
    return this.with({ rule });
  }

  reducedBy(aggregation: Aggregation): IndicatorFactory {
    return this.with({ aggregation });
  }

  /** Judged anew in every month, quarter or half-year. */
  each(per: Period): IndicatorFactory {
    return this.with({ per, aggregation: `each-${per}` });
  }

  ownedBy(section: Section): IndicatorFactory {
    return this.with({ sectionId: section.id });
  }

  /** By the document, whatever sections there are. */
  printedOf(sectionPrinted: string): IndicatorFactory {
    return this.with({ sectionPrinted });
  }

  dueIn(dueMonth: number): IndicatorFactory {
    return this.with({ dueMonth });
  }

  takenUpIn(firstMonth: string | null): IndicatorFactory {
    return this.with({ firstMonth });
  }

  endingWith(endMonth: string | null): IndicatorFactory {
    return this.with({ endMonth });
  }

  build(): NewIndicator {
    return this.values;
  }

  private with(changes: Partial<NewIndicator>): IndicatorFactory {
    return new IndicatorFactory({ ...this.values, ...changes });
  }
}
