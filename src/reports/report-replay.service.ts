import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Language } from '../domain/domain-error.js';
import { ScoreSnapshotsService } from '../scoring/stored/score-snapshots.service.js';
import { inPresentShape, SHAPE } from './content/earlier-shapes.js';
import { hashOf } from './content/report-content.js';
import { type Difference, differencesBetween } from './diff/report-diff.js';
import { inputNotKept } from './errors.js';
import { ReportsRepository } from './reports.repository.js';
import { ReportsService } from './reports.service.js';

/** Whether a report, computed again from what was kept of its time, is the same to the last byte. */
export interface Replay {
  readonly identical: boolean;
  /** Whether its content still has the hash that it was issued with. */
  readonly intact: boolean;
  readonly hash: string;
  readonly replayedHash: string;
  /** Whether it is the same, and what that means, in the language of who asks. */
  readonly outcome: string;
  /** What it says, and what this version would say; empty where only figures differ that it does not print. */
  readonly differences: readonly Difference[];
}

/** Computes a past report again, under the policy of its time. */
@Injectable()
export class ReportReplayService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reports: ReportsService,
    private readonly repository: ReportsRepository,
    private readonly snapshots: ScoreSnapshotsService,
  ) {}

  /** @throws DomainError `input-not-kept` for what was frozen before scores kept what they were computed from */
  async replay(id: string, language: Language): Promise<Replay> {
    const { hash } = await this.reports.find(id);
    const frozen = await this.repository.frozen(this.dataSource.manager, id);
    const said = inPresentShape(frozen);
    const { sheets } = said;
    const scores = await Promise.all(sheets.map(({ score: { inputHash } }) => this.computed(inputHash)));
    const replayed = {
      ...frozen,
      sheets: (frozen.sheets as { score: unknown }[]).map((sheet, place) => ({
        ...sheet,
        score: frozen.shape === SHAPE ? scores[place] : asSaid(sheet.score, scores[place]),
      })),
    };
    const replayedHash = hashOf(replayed);
    const differences = differencesBetween(said, inPresentShape(replayed), language);
    const identical = replayedHash === hash;
    const intact = hashOf(frozen) === hash;
    const found = intact ? outcome(identical, differences.length, language) : altered(language);
    return { identical, intact, hash, replayedHash, outcome: found, differences };
  }

  private computed(inputHash: string | null) {
    if (inputHash === null) throw inputNotKept();
    return this.snapshots.replay(inputHash);
  }
}

function outcome(identical: boolean, differences: number, language: Language): string {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en);
  if (identical) return say('与当时逐字节一致。', 'The same to the last byte.');
  if (differences === 0) {
    return say(
      '报告所述全部一致；未印出的预测数据由本版本算得不同。',
      'All that it says is the same; this version computes figures of the outlook otherwise that it does not print.',
    );
  }
  return say(
    `用当时的数据由本版本重新计算，有 ${differences} 处不同。`,
    `Computed by this version from the data of then, ${differences} statements differ.`,
  );
}

const altered = (language: Language): string =>
  language === 'zh'
    ? '报告内容与出具时的校验码不符，出具后被改动过。请联系管理员从备份恢复。'
    : 'What is kept of the report does not have the checksum that it was issued with: it was altered. Ask an administrator to restore it from a backup.';

/** What an earlier version said, in the figures of now: what it did not say is left out, what nobody says any more stays. */
function asSaid(said: unknown, now: unknown): unknown {
  if (Array.isArray(said) && Array.isArray(now)) return said.map((item, place) => asSaid(item, now[place]));
  if (!isRecord(said) || !isRecord(now)) return now === undefined ? said : now;
  return Object.fromEntries(Object.entries(said).map(([key, value]) => [key, asSaid(value, now[key])]));
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
