import fc from 'fast-check';
import type { Department } from '../../src/organisation/department.entity.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { entryPlace, legalActions, Model, overridePlace, type Real, revisionsPlace } from '../support/histories/legal-actions.js'; // prettier-ignore
import {
  type Commitment,
  type Entry,
  type EntryLine,
  type Override,
  type OverrideLine,
  replayedCommitment,
  replayedEntry,
  replayedOverride,
  type RevisionLine,
} from '../support/histories/replay.js';
import { TestApp } from '../support/test-app.js';

interface Score {
  readonly indicators: readonly {
    readonly score: string | null;
    readonly max: string;
    readonly explanation: { readonly target: string };
    readonly override: { readonly score: string; readonly reason: string } | null;
  }[];
}

const AS_ADOPTED: Commitment = { raw: '≥60次', target: '60', weight: '90' };

/** 25; in full: SEQUENCES=1000. */
const SEQUENCES = Number(process.env.SEQUENCES ?? 25);

describe('the histories of a commitment', () => {
  let app: TestApp;
  let department: Department;
  beforeAll(async () => {
    app = await TestApp.start();
    app.withoutRateLimits();
    department = await DepartmentFactory.new().insert(app.manager);
  });
  afterAll(() => app.close());

  const commitment = async (): Promise<Real> => {
    const made = await SheetFactory.of(department).indicators(IndicatorFactory.new()).insert(app.manager);
    return { app, sheetId: made.sheet.id, indicatorId: made.indicatorIds[0]!, month: '2026-10' };
  };
  const items = async <T>(route: string) => (await app.read<{ items: T[] }>(route)).items;

  const checkEntry = async (real: Real, model: Model): Promise<void> => {
    if (model.entry.version === 0) return;
    const entry = replayedEntry(await items<EntryLine>(`${entryPlace(real)}/history`));
    const { status, body } = await app.request<Entry>('GET', entryPlace(real));
    expect(status === 404 ? null : body).toEqual(entry.status && expect.objectContaining(entry));
    expect([entry.version, entry.status]).toEqual([model.entry.version, model.entry.status]);
  };
  const checkCommitment = async (real: Real, revisions: readonly RevisionLine[], model: Model): Promise<void> => {
    expect(revisions).toHaveLength(model.sheet.version === 1 ? 0 : model.sheet.version);
    const { raw, target, weight } = replayedCommitment(revisions) ?? AS_ADOPTED;
    expect(await app.read<Commitment>(`/indicators/${real.indicatorId}`)).toMatchObject({ raw, target, weight });
    expect(Number(weight)).toBe(model.sheet.weight);
  };
  const overrideNow = async (real: Real, model: Model): Promise<Override | null> => {
    const lines: OverrideLine[] = await app.manager.query(
      `SELECT before, after FROM audit_event WHERE subject_type = 'score_override'
          AND coalesce(after, before) ->> 'indicatorId' = $1 ORDER BY position`,
      [real.indicatorId],
    );
    const override = replayedOverride(lines);
    const { status, body } = await app.request<Override>('GET', overridePlace(real));
    expect(status === 404 ? null : body).toEqual(override && expect.objectContaining(override));
    expect(override?.version ?? 0).toBe(model.overrideVersion);
    return override;
  };
  /** What is scored for a month rests on what the histories say of that month. */
  const checkScores = async (real: Real, revisions: readonly RevisionLine[], override: Override | null) => {
    for (const month of ['2026-02', '2026-06', '2026-10']) {
      const { indicators } = await app.read<Score>(`/target-sheets/${real.sheetId}/score?asOf=${month}`);
      const { target, weight } = replayedCommitment(revisions, month) ?? AS_ADOPTED;
      const given = override && override.fromMonth <= month ? override : null;
      expect([month, indicators[0]]).toMatchObject([
        month,
        { max: weight, explanation: { target }, override: given && { score: given.score, reason: given.reason } },
      ]);
      expect(Number(indicators[0]!.score)).toBeLessThanOrEqual(Number(weight));
    }
  };

  it(
    'lead to the current state when they are replayed, whatever people did in whatever order',
    async () => {
      let steps = 0;
      await fc.assert(
        fc.asyncProperty(fc.commands(legalActions, { maxCommands: 40, size: 'max' }), async (sequence) => {
          const real = await commitment();
          const model = new Model();
          await fc.asyncModelRun(() => ({ model, real }), sequence);
          const revisions = await items<RevisionLine>(revisionsPlace(real));
          await checkEntry(real, model);
          await checkCommitment(real, revisions, model);
          await checkScores(real, revisions, await overrideNow(real, model));
          steps += model.steps;
        }),
        { numRuns: SEQUENCES },
      );
      expect(steps).toBeGreaterThan(100);
    },
    120_000 + SEQUENCES * 1000,
  );
});
