import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type AuditHead, signedHead } from '../../src/audit/audit-head.js';
import { recordInAuditLog } from '../../src/audit/audit-log.js';
import { AuditRepository } from '../../src/audit/audit.repository.js';
import { AuditService } from '../../src/audit/audit.service.js';
import { KnownHead } from '../../src/audit/known-head.js';
import { openAuditLog, renewAuditKey } from '../../src/audit/open-audit-log.js';
import { AuditShortening } from '../../src/audit/shortening/audit-shortening.js';
import { IntegrityService } from '../../src/backup/integrity.service.js';
import { ConditionService } from '../../src/condition/condition.service.js';
import { Clock } from '../../src/common/clock.js';
import { DatabaseClock } from '../../src/common/database-clock.js';
import { Configuration } from '../../src/config/configuration.js';
import { OwnerDatabase } from '../../src/database/owner-database.js';
import { createDataSource } from '../../src/app/database/data-source.js';
import { DepartmentFactory } from '../factories/department.factory.js';
import { GoalFactory } from '../factories/goal.factory.js';
import { IndicatorFactory } from '../factories/indicator.factory.js';
import { SheetFactory } from '../factories/sheet.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { serviceAddressOf } from '../support/test-database.js';
import { ifMatch, IF_NONE, TestApp } from '../support/test-app.js';

/** On the night of 24 November the months before May are kept no longer. */
const [NIGHT, DAYS] = ['2026-11-24T03:00', 184];
const ENTERED = { value: '5', deviationReason: '进度落后于序时进度', correctiveMeasure: '增派人员' };
const OLD = '2026-01-10';

/** Does it the first time it is asked for. */
function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}

describe('the audit log of an installation that keeps it for half a year', () => {
  let app: TestApp;
  let owned: string;
  let clock: string;
  beforeAll(async () => {
    app = await TestApp.start();
    ({ url: owned } = app.manager.dataSource.options as { url: string });
    const [found]: { clock: string }[] = await app.manager.query(
      "SELECT pg_get_functiondef('hold_audit_tail'::regproc) AS clock",
    );
    clock = found?.clock ?? '';
  });
  afterAll(async () => {
    for (const head of opened) await head.onModuleDestroy();
    await app.close();
  });
  /** A log that begins in January. */
  beforeEach(async () => {
    Object.assign(app.get(Configuration), { AUDIT_DAYS: DAYS, AUDIT_HEAD_DIR: path.join(app.dataFolder, 'heads') });
    for (const head of [app.get(KnownHead), ...opened]) await head.onModuleDestroy();
    await app.clear();
    await behindTheBack('audit_event', 'TRUNCATE audit_event');
    await behindTheBack('audit_checkpoint', 'TRUNCATE audit_checkpoint');
    for (const file of ['audit-head.json', 'audit-verified.json', 'heads'])
      rmSync(path.join(app.dataFolder, file), { recursive: true, force: true });
    await on(OLD, open);
    app.at(NIGHT);
  });

  const opened: KnownHead[] = [];
  const open = async () => {
    opened.push(await openAuditLog(app.manager.dataSource, app.get(Configuration)));
    await behindTheBack('audit_event', 'DELETE FROM audit_event WHERE position > 1'); // that rows are covered; there are none
  };
  /** What is written while the clock of the database is at that day. */
  async function on(day: string, work: () => Promise<unknown>): Promise<void> {
    await app.manager.query(clock.replaceAll('clock_timestamp()', `'${day}T12:00:00+08:00'::timestamptz`));
    try {
      await work();
    } finally {
      await app.manager.query(clock);
    }
  }
  const write = (name: string) =>
    recordInAuditLog(app.manager, { action: 'department.created', subjectType: 'department', after: { name } });
  const writeOn = (day: string) => on(day, () => write(`单位 ${day}`));
  /** Without it the clock seems to have leapt. */
  const goesOn = () => writeOn('2026-11-10');
  const behindTheBack = (table: string, sql: string) =>
    app.manager.query(`ALTER TABLE ${table} DISABLE TRIGGER USER; ${sql}; ALTER TABLE ${table} ENABLE TRIGGER USER`);
  const night = (local = NIGHT) => app.runJob('audit', local);
  const verify = (head?: AuditHead) => app.get(AuditService).verify({ head });
  const broken = async () => (await verify()).broken;
  const lines = async () => {
    const rows: { action: string }[] = await app.manager.query('SELECT action FROM audit_event ORDER BY position');
    return rows.map(({ action }) => action);
  };
  const troubles = async () => (await app.get(ConditionService).look()).map(({ code }) => code);

  it('drops whole months behind a sealed checkpoint, where it then begins', async () => {
    for (const day of ['2026-02-03', '2026-04-30', '2026-05-01', '2026-06-01']) await writeOn(day);
    const last = await lineAt(3);
    expect(await night()).toMatchObject({ broken: '', lines: 6, dropped: 3, notDropped: '' });
    expect(await lines()).toEqual(['department.created', 'department.created', 'job.started', 'audit_log.shortened']);
    const state = await verify();
    expect(state).toMatchObject({
      broken: null,
      lines: 4,
      checkpoint: { position: '3', hash: last.hash, previous: '' },
    });
    expect(state.checkpoint?.head).toMatchObject({ position: '6', day: '2026-11-24' });
    expect(await night('2026-11-25T03:00')).toMatchObject({ dropped: 0, notDropped: '' });
    expect(await app.count('audit_checkpoint')).toBe(1);
    expect(await night('2027-01-05T03:00')).toMatchObject({ dropped: 2 });
    expect(await verify()).toMatchObject({
      broken: null,
      checkpoint: { position: '5', previous: state.checkpoint?.seal },
    });
  });

  it('is kept for ever where nothing says how long', async () => {
    Object.assign(app.get(Configuration), { AUDIT_DAYS: undefined });
    expect(await night('2036-11-24T03:00')).toMatchObject({ dropped: 0, notDropped: '' });
    expect(await broken()).toBeNull();
  });

  it('goes on vouching for histories and reports whose lines were dropped', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const { indicatorIds, sheet } = await SheetFactory.of(department)
      .indicators(IndicatorFactory.new())
      .insert(app.manager);
    await GoalFactory.of(sheet).insert(app.manager);
    await on(OLD, () => app.vouchForRows('performance-office'));
    const place = `/indicators/${indicatorIds[0]}/progress/2026-10`;
    await on('2026-02-01', async () => {
      await app.request('PUT', place, { body: ENTERED, headers: IF_NONE });
      expect((await app.request('POST', `${place}/submit`, { headers: ifMatch(1) })).status).toBe(200);
      await app.request('POST', '/reports', { body: { departmentId: department.id, month: '2026-10' } });
    });
    const vouched = (await verify()).histories;
    const [dropped, reports] = [await app.count('audit_event'), await app.count('report')];
    await goesOn();
    expect(await night()).toMatchObject({ dropped, histories: vouched.checked });
    expect([vouched.checked >= 2, reports >= 1]).toEqual([true, true]);
    const after = await app.get(IntegrityService).check();
    expect(after).toMatchObject({
      audit: { broken: null, histories: vouched },
      reports: { checked: reports, altered: [] },
    });
    await app.manager.query('UPDATE indicator SET weight = 1');
    await app.manager.query('DELETE FROM goal');
    // A start takes nothing for found by an upgrade.
    opened.push(await openAuditLog(app.manager.dataSource, app.get(Configuration)));
    const rows = (await verify()).histories.changed;
    expect(rows.map(({ table, how }) => [table, how])).toEqual([
      ['goal', 'missing'],
      ['indicator', 'strayed'],
    ]);
    await app.vouchForRows();
    await behindTheBack('progress_change', "UPDATE progress_change SET actor = 'nobody'");
    const { changed } = (await verify()).histories;
    expect(new Set(changed.map(({ how }) => how))).toEqual(new Set(['altered']));
    await behindTheBack('report', "UPDATE report SET hash = repeat('0', 64)");
    expect((await app.get(IntegrityService).check()).reports.altered).toHaveLength(reports);
  });

  it('goes on knowing what a row was last, and not what it was before', async () => {
    const by = { as: 'security-administrator', confirmed: true } as const;
    await on(OLD, () => app.vouchForRows(by.as));
    const body = { username: 'zhao.liu', displayName: '赵六', role: 'viewer' };
    let id = '';
    await on('2026-02-01', async () => {
      ({ id } = (await app.request<{ user: { id: string } }>('POST', '/users', { body, ...by })).body.user);
    });
    await on('2026-06-01', async () => {
      const changed = await app.request('PATCH', `/users/${id}`, {
        body: { disabled: true },
        headers: ifMatch(1),
        ...by,
      });
      expect(changed.status).toBe(200);
    });
    expect(await night()).toMatchObject({ broken: '', changed: 0, dropped: 4 });
    expect((await verify()).histories.changed).toEqual([]);
    expect(await night('2027-01-05T03:00')).toMatchObject({ broken: '', changed: 0 });
    await app.manager.query("UPDATE app_user SET disabled = false, password_hash = 'x' WHERE id = $1", [id]);
    expect((await verify()).histories.changed).toMatchObject([
      { table: 'app_user', key: id, columns: 'disabled' },
      { table: 'app_user', key: id, columns: 'password_hash' },
    ]);
  });

  it('forgets no draft that was covered, and takes none for one that waits', async () => {
    const department = await DepartmentFactory.new().insert(app.manager);
    const { indicatorIds } = await SheetFactory.of(department).indicators(IndicatorFactory.new()).insert(app.manager);
    await on(OLD, async () => {
      await app.vouchForRows('performance-office');
      await app.request('PUT', `/indicators/${indicatorIds[0]}/progress/2026-10`, {
        body: ENTERED,
        headers: IF_NONE,
      });
      await night();
    });
    expect(await lines()).toContain('entry.drafts-covered');
    await night('2026-11-25T03:00');
    await behindTheBack(
      'progress_change',
      `INSERT INTO progress_change SELECT (jsonb_populate_record(h, jsonb_build_object('id', gen_random_uuid(), 'version', 0,
         'changed_at', '2026-11-20T00:00:00Z'))).* FROM progress_change h`,
    );
    expect((await verify()).histories.changed).toMatchObject([{ table: 'progress_change', how: 'uncovered' }]);
  });

  const lineAt = async (position: number) => {
    const [line]: { hash: string }[] = await app.manager.query('SELECT hash FROM audit_event WHERE position = $1', [
      position,
    ]);
    return line!;
  };

  describe('that was shortened twice', () => {
    beforeEach(async () => {
      for (const day of ['2026-02-03', '2026-05-01', '2026-06-01', '2026-07-01']) await writeOn(day);
      expect(await night()).toMatchObject({ dropped: 2 });
      expect(await night('2026-12-24T03:00')).toMatchObject({ dropped: 1 });
      expect(await broken()).toBeNull();
    });

    const ahead = 'UPDATE audit_checkpoint SET position = 4, hash = (SELECT hash FROM audit_event WHERE position = 4)';
    it.each([
      ['the newest checkpoint was removed', 'DELETE FROM audit_checkpoint WHERE position = 3', 'missing', '3'],
      ['an earlier one was removed', 'DELETE FROM audit_checkpoint WHERE position = 2', 'checkpoint', '3'],
      ['both were removed', 'DELETE FROM audit_checkpoint', 'missing', '1'],
      [
        'its time was altered',
        "UPDATE audit_checkpoint SET at = at + interval '1 day' WHERE position = 3",
        'checkpoint',
        '3',
      ],
      [
        'its head was altered',
        `UPDATE audit_checkpoint SET head = '{"position":"9"}' WHERE position = 3`,
        'checkpoint',
        '3',
      ],
      ['an earlier one was altered', "UPDATE audit_checkpoint SET hash = 'x' WHERE position = 2", 'checkpoint', '2'],
      ['it was moved ahead with a line', `${ahead} WHERE position = 3`, 'checkpoint', '4'],
      [
        'it was moved ahead under the name of another key',
        `${ahead}, seal = 'other:1' WHERE position = 3`,
        'seal',
        '5',
      ],
    ])('is not whole where %s', async (_, sql, how, position) => {
      await behindTheBack('audit_checkpoint', sql);
      if (sql.startsWith(ahead)) await behindTheBack('audit_event', 'DELETE FROM audit_event WHERE position <= 4');
      expect(await broken()).toEqual({ how, position });
    });

    it('is not whole where more lines are missing, or one was put below', async () => {
      await behindTheBack(
        'audit_event',
        'CREATE TABLE kept AS SELECT * FROM audit_event; DELETE FROM audit_event WHERE position = 4',
      );
      expect(await broken()).toEqual({ how: 'missing', position: '4' });
      await behindTheBack(
        'audit_event',
        'TRUNCATE audit_event; INSERT INTO audit_event SELECT * FROM kept; DROP TABLE kept',
      );
      expect(await broken()).toBeNull();
      await behindTheBack(
        'audit_event',
        `INSERT INTO audit_event SELECT (jsonb_populate_record(e, '{"position": 2}')).* FROM audit_event e WHERE position = 4`,
      );
      expect(await broken()).toEqual({ how: 'stray', position: '2' });
    });

    it('is compared with heads of lines that it has, and with those that its checkpoints know', async () => {
      const [{ hash }]: [{ hash: string }] = await app.manager.query(
        'SELECT hash FROM audit_checkpoint WHERE position = 3',
      );
      const { key } = app.get(KnownHead);
      const head = (position: string, said: string) =>
        signedHead({ position, hash: said, count: 1, day: '2026-06-01' }, key);
      expect((await verify(head('3', hash))).broken).toBeNull();
      expect((await verify(head('1', 'dropped'))).broken).toBeNull();
      expect((await verify(head('3', 'other'))).broken).toEqual({ how: 'head', position: '3' });
      expect((await verify(head('4', 'other'))).broken).toEqual({ how: 'head', position: '4' });
    });

    it('is vouched for by its lines where the key is another one now, and a checkpoint that none of them tells of is named', async () => {
      const { dataSource } = app.manager;
      const known = new KnownHead(
        dataSource,
        app.get(Configuration),
        await renewAuditKey(dataSource, app.get(Configuration)),
      );
      const underNewKey = new AuditService(dataSource, app.get(AuditRepository), known);
      expect((await underNewKey.verify()).broken).toBeNull();
      await behindTheBack('audit_checkpoint', `${ahead} WHERE position = 3`);
      await behindTheBack('audit_event', 'DELETE FROM audit_event WHERE position <= 4');
      expect((await underNewKey.verify()).broken).toEqual({ how: 'checkpoint', position: '4' });
    });

    it('goes on with a head of before, which another folder of the installation remembers', async () => {
      const known = app.get(KnownHead);
      const earlier = signedHead({ position: '1', hash: 'dropped', count: 1, day: OLD }, known.key);
      writeFileSync(path.join(app.dataFolder, 'audit-head.json'), JSON.stringify(earlier));
      known.grew();
      await known.onModuleDestroy();
      expect(known.read()?.position).not.toBe('1');
      await behindTheBack(
        'audit_checkpoint',
        "UPDATE audit_checkpoint SET position = 9, seal = 'other:1' WHERE position = 3",
      );
      expect(await known.leadsTo(earlier)).toBe(false);
    });
  });

  describe('is not shortened', () => {
    const kept = async (notDropped: string) => {
      await goesOn();
      const before = await app.count('audit_event');
      expect(await night()).toMatchObject({ dropped: 0, notDropped });
      const started = 1;
      expect([await app.count('audit_event'), await app.count('audit_checkpoint')]).toEqual([before + started, 0]);
    };

    it('while no head has left the machine, which is told', async () => {
      Object.assign(app.get(Configuration), { AUDIT_HEAD_DIR: undefined });
      await kept('head-stays');
      expect(await troubles()).toContain('audit-kept-longer');
      const { user } = await UserFactory.as('auditor').at('auditor@example.org').insert(app.manager);
      await on('2026-11-10', () => app.vouchForRows());
      expect(await night('2026-11-25T03:00')).toMatchObject({ dropped: 1 });
      expect(await troubles()).not.toContain('audit-kept-longer');
      await app.manager.query('DELETE FROM app_user WHERE id = $1', [user.id]);
    });

    it('where the clock of the process or of the database is ahead, or both, which is told', async () => {
      await goesOn();
      const [right, ahead] = ['2026-12-29T03:00', '2027-12-29T03:00'].map((local) => app.at(local).get(Clock).now());
      const head = await app.get(KnownHead).current(right!);
      const dropped = (process: Date, database: Date) => {
        app.get<{ now: () => Promise<Date> }>(DatabaseClock).now = () => Promise.resolve(database);
        return app.get(AuditShortening).apply(head, process);
      };
      for (const [process, database] of [
        [ahead!, right!],
        [right!, ahead!],
        [ahead!, ahead!],
      ] as const)
        expect(await dropped(process, database)).toEqual({ dropped: 0, notDropped: 'clock-unsure' });
      expect(await night('2031-01-05T03:00')).toMatchObject({ dropped: 0, notDropped: 'clock-unsure' });
      expect(await troubles()).toContain('audit-kept-longer');
      expect(await dropped(right!, new Date(right!.getTime() + 3_600_000))).toEqual({ dropped: 1, notDropped: '' });
    });

    it('by a process that is not the owner, which is told', async () => {
      await goesOn();
      const service = await serviceAddressOf(owned);
      const { dataSource } = app.manager;
      const owner = new OwnerDatabase(() => createDataSource(service));
      const shortening = new AuditShortening(
        dataSource,
        app.get(AuditService),
        owner,
        app.get(Configuration),
        app.get(DatabaseClock),
      );
      const head = await app.get(KnownHead).current(new Date(NIGHT));
      expect(await shortening.apply(head, new Date(NIGHT))).toEqual({ dropped: 0, notDropped: 'no-owner' });
      expect(await broken()).toBeNull();
    });

    it('where something before the head of the last night is not whole', async () => {
      await writeOn('2026-02-03');
      await goesOn();
      const shortening = app.get(AuditShortening);
      const head = await app.get(KnownHead).current(new Date(NIGHT));
      await behindTheBack('audit_event', "UPDATE audit_event SET reason = 'x' WHERE position = 1");
      expect(await shortening.apply(head, new Date(NIGHT))).toEqual({ dropped: 0, notDropped: 'not-whole' });
      await kept('');
    });

    it('beyond a line of a clock that was years ahead, nor beyond the head that has left', async () => {
      await writeOn('2099-01-01');
      await writeOn('2026-02-03');
      await goesOn();
      expect(await night()).toMatchObject({ dropped: 1 });
      await writeOn('2026-02-04');
      const head = { ...(await app.get(KnownHead).current(new Date(NIGHT))), position: '2' };
      await writeOn('2099-12-10');
      app.at('2100-01-01T03:00');
      expect(await app.get(AuditShortening).apply(head, app.get(Clock).now())).toMatchObject({ dropped: 1 });
      expect((await verify()).checkpoint?.position).toBe('2');
    });
  });

  it('shows no break to who verifies meanwhile', async () => {
    await writeOn('2026-02-03');
    await goesOn();
    const shortening = async () => {
      expect(await night()).toMatchObject({ dropped: 2 });
    };
    class Slow extends AuditRepository {
      private readonly meanwhile = once(shortening);
      override async after(...asked: Parameters<AuditRepository['after']>) {
        await this.meanwhile();
        return super.after(...asked);
      }
    }
    const verifying = new AuditService(app.manager.dataSource, new Slow(), app.get(KnownHead));
    expect(await verifying.verify()).toMatchObject({ broken: null, checkpoint: { position: '2' } });
  });

  it('takes what is written meanwhile', async () => {
    for (let month = 1; month < 5; month += 1) await writeOn(`2026-0${month}-20`);
    await goesOn();
    const [outcome] = await Promise.all([night(), ...Array.from({ length: 10 }, (_, place) => write(`单位 ${place}`))]);
    expect(outcome).toMatchObject({ dropped: 5 });
    expect(await broken()).toBeNull();
    // The one that stays, ten of them, that of the job, and that of the checkpoint.
    expect(await app.count('audit_event')).toBe(13);
  });
});
