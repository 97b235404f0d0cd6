import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { actualValue } from '../../domain/entries/actual-value.js';
import { statisticsOf } from '../../domain/entries/entry-statistics.js';
import { exact, type Exact, plain, sum } from '../../domain/exact.js';
import type { Month } from '../../domain/calendar/month.js';
import type { Spending } from '../../domain/entries/questions.js';
import { inForce } from '../../targets/revisions/in-force.js';
import { IndicatorsService } from '../../targets/indicators/indicators.service.js';
import { ProgressRepository } from './progress.repository.js';

/** 万元 in one of the unit. */
const MONEY: Readonly<Record<string, Exact>> = { 元: exact('0.0001'), 万元: exact('1'), 亿元: exact('10000') };

/** What the cost indicators (成本指标) of a sheet report: the same money that budget execution speaks of. */
@Injectable()
export class ReportedCosts {
  constructor(
    private readonly indicators: IndicatorsService,
    private readonly entries: ProgressRepository,
  ) {}

  /** 万元, of what was submitted or approved up to the month; null where no such indicator has reported. */
  async of(manager: EntityManager, sheetId: string, month: Month): Promise<Spending['costs']> {
    const ids = await this.entries.costIndicators(manager, sheetId, Object.keys(MONEY));
    const indicators = await this.indicators.findAll(ids, manager);
    const reported = await this.entries.reported(manager, ids);
    const costs = [...indicators.values()].flatMap((latest) => {
      const indicator = inForce(latest, month);
      const { id, unit, target } = indicator;
      const rate = MONEY[unit ?? ''];
      const until = (reported.get(id) ?? []).filter((entry) => entry.month <= month);
      const actual = actualValue(indicator, statisticsOf(until));
      return rate && actual ? [{ reported: actual.mul(rate), target: exact(target ?? '0').mul(rate) }] : [];
    });
    if (costs.length === 0) return null;
    return {
      reported: plain(sum(costs.map((cost) => cost.reported))),
      target: plain(sum(costs.map((cost) => cost.target))),
    };
  }
}
