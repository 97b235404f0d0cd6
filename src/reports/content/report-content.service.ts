import { Injectable } from '@nestjs/common';
import { SHAPE } from './earlier-shapes.js';
import type { EntityManager } from 'typeorm';
import { DeadlinesService } from '../../calendar/deadlines.service.js';
import { type Month, monthNumber, monthOf, monthsBetween, yearOf } from '../../domain/calendar/month.js';
import type { ScoredSheet } from '../../scoring/scored-sheet.js';
import { ScoringService } from '../../scoring/scoring.service.js';
import type { ReportSubject } from '../report-subject.js';
import type { LeagueLine, LossLine, OverdueLine, ReportContent, ReportedSheet, ReportScope } from './report-content.js';
import { ReportFactsRepository, type SheetLine } from './report-facts.repository.js';
import { ReportedSheetsService } from './reported-sheets.service.js';
import { byLoss, leagueLine, type Loss, lossesOf, ranked, type UnrankedLine } from './standings.js';
import { monthNotBegun, nothingToReport } from '../errors.js';

const LOSSES_SHOWN = 20;
/** Sheets that are scored at a time: a province has tens of thousands. */
const CHUNK = 200;

/** Gathers what a report says, scores included. */
@Injectable()
export class ReportContentService {
  constructor(
    private readonly facts: ReportFactsRepository,
    private readonly reportedSheets: ReportedSheetsService,
    private readonly scoring: ScoringService,
    private readonly deadlines: DeadlinesService,
  ) {}

  /** In the caller's transaction. @throws DomainError `nothing-to-report`, `month-not-begun` */
  async contentOf(manager: EntityManager, subject: ReportSubject, at: Date): Promise<ReportContent> {
    const { kind, month } = subject;
    const today = this.deadlines.today(at);
    if (month > today.slice(0, 7)) throw monthNotBegun(month);
    const lines = await this.facts.sheets(manager, subject);
    const [first] = lines;
    if (!first) throw nothingToReport(month);
    const closed = await this.deadlines.lastClosedMonth(
      today,
      lines.map(({ rules }) => rules),
    );
    const scope = scopeOf(subject);
    const isScoring = kind === 'scoring';
    const standings = new Standings();
    const sheets: ReportedSheet[] = [];
    for (let start = 0; start < lines.length; start += CHUNK) {
      const chunk = new Map(lines.slice(start, start + CHUNK).map((line) => [line.id, line]));
      for (const score of await this.scoring.scoreAndStore(manager, [...chunk.keys()], month)) {
        const line = chunk.get(score.sheetId);
        if (!line) continue;
        standings.add(line, score);
        if (scope !== 'installation') sheets.push(await this.reportedSheets.of(manager, line, score));
      }
    }
    return {
      shape: SHAPE,
      kind,
      scope,
      name: nameOf(scope, first),
      month,
      draft: month > closed || (kind === 'self-evaluation' && monthNumber(month) !== 12),
      league: isScoring ? standings.league() : [],
      losses: isScoring ? await this.named(manager, standings.losses) : [],
      overdue: isScoring ? await this.overdue(manager, subject, closed) : [],
      sheets,
    };
  }

  private overdue(manager: EntityManager, subject: ReportSubject, closed: Month): Promise<OverdueLine[]> {
    const last = subject.month < closed ? subject.month : closed;
    return this.facts.overdue(manager, subject, monthsBetween(monthOf(yearOf(subject.month), 1), last));
  }

  private async named(manager: EntityManager, losses: readonly Loss[]): Promise<LossLine[]> {
    const names = await this.facts.indicatorNames(
      manager,
      losses.map(({ indicatorId }) => indicatorId),
    );
    return losses.map(({ indicatorId, ...loss }) => ({ ...loss, indicator: names.get(indicatorId) ?? '' }));
  }
}

/** What is kept of each sheet while they pass by. */
class Standings {
  private readonly lines: UnrankedLine[] = [];
  losses: readonly Loss[] = [];

  add(line: SheetLine, score: ScoredSheet): void {
    this.lines.push(leagueLine(line, score));
    this.losses = [...this.losses, ...lossesOf(line, score)].sort(byLoss).slice(0, LOSSES_SHOWN);
  }

  league(): LeagueLine[] {
    return ranked(this.lines);
  }
}

function scopeOf({ departmentId, sheetId }: ReportSubject): ReportScope {
  if (sheetId !== null) return 'sheet';
  return departmentId === null ? 'installation' : 'department';
}

function nameOf(scope: ReportScope, { department, project }: SheetLine): string | null {
  if (scope === 'installation') return null;
  return scope === 'sheet' ? (project ?? department) : department;
}
