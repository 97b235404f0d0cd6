import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { AuditEvent } from '../../src/audit/audit-event.entity.js';
import { headIn } from '../../src/audit/audit-head.js';
import { hashOfLine, recordInAuditLog } from '../../src/audit/audit-log.js';
import { AuditService } from '../../src/audit/audit.service.js';
import { AuditReading } from '../../src/audit/reading/audit-reading.js';
import { KnownHead } from '../../src/audit/known-head.js';
import { openAuditLog } from '../../src/audit/open-audit-log.js';
import { Configuration } from '../../src/config/configuration.js';
import { TestApp } from '../support/test-app.js';

describe('the audit log', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  /** Line 1 closes what there was before the key, which is nothing. */
  beforeEach(async () => {
    // What follows the log of the test before must not come back to it.
    for (const head of [app.get(KnownHead), ...opened]) await head.onModuleDestroy();
    await behindTheBack('TRUNCATE audit_event');
    rmSync(headFile(), { force: true });
    await open();
    await behindTheBack('DELETE FROM audit_event WHERE position > 1'); // what covers the rows that there are
    for (const name of ['甲单位', '乙单位', '丙单位']) await write(name);
  });

  const opened: KnownHead[] = [];
  const open = async () => {
    opened.push(await openAuditLog(app.manager.dataSource, app.get(Configuration)));
  };
  const headFile = () => path.join(app.dataFolder, 'audit-head.json');
  const write = (name: string) =>
    recordInAuditLog(app.manager, { action: 'department.created', subjectType: 'department', after: { name } });
  const verify = async () => {
    const { lines, broken } = await app.get(AuditService).verify();
    return { lines, broken };
  };
  /** As the owner of the database can. */
  const behindTheBack = (sql: string) =>
    app.manager.query(
      `ALTER TABLE audit_event DISABLE TRIGGER ALL; ${sql}; ALTER TABLE audit_event ENABLE TRIGGER ALL`,
    );
  /** As somebody who owns the database and has read our sources: every hash fits again. */
  const rewritten = async (change: (line: AuditEvent) => object, from = 1) => {
    const lines: AuditEvent[] = await app.manager.query(
      `SELECT position, at, actor_id AS "actorId", actor, action, subject_type AS "subjectType", subject_id AS "subjectId",
         department_id AS "departmentId", before, after, reason, address, request_id AS "requestId", covers, hash, seal
       FROM audit_event ORDER BY position`,
    );
    let previous = '';
    for (const line of lines) {
      const { hash, seal, ...content } = { ...line, ...(Number(line.position) >= from && change(line)) };
      previous = hashOfLine(content, previous);
      const values = `actor = '${content.actor}', hash = '${previous}', seal = ${seal ? `'${seal}'` : 'NULL'}`;
      if (hash !== previous || seal !== line.seal)
        await behindTheBack(`UPDATE audit_event SET ${values} WHERE position = ${line.position}`);
    }
  };

  it.each(['UPDATE audit_event SET reason = NULL', 'DELETE FROM audit_event', 'TRUNCATE audit_event'])(
    'refuses %s',
    async (sql) => {
      await expect(app.manager.query(sql)).rejects.toThrow('append-only');
      expect(await verify()).toEqual({ lines: 4, broken: null });
    },
  );

  it.each([
    ['its actor', "actor = 'somebody'"],
    ['its time', "at = at + interval '1 microsecond' * 1000"],
    ['its action', "action = 'department.changed'"],
    ['its subject', 'subject_id = gen_random_uuid()::text'],
    ['its content', `after = '{"name":"戊单位"}'`],
    ['its reason', "reason = ''"],
    ['its hash', "hash = repeat('0', 64)"],
    ['its department', 'department_id = gen_random_uuid()'],
  ])('a line of which %s was altered is named', async (_, assignment) => {
    for (const position of ['1', '3', '4']) {
      await behindTheBack(
        `CREATE TABLE kept AS SELECT * FROM audit_event; UPDATE audit_event SET ${assignment} WHERE position = ${position}`,
      );
      expect((await verify()).broken).toEqual({ how: 'altered', position });
      await behindTheBack('TRUNCATE audit_event; INSERT INTO audit_event SELECT * FROM kept; DROP TABLE kept');
    }
  });

  it.each(['1', '2'])('line %s, which was removed, is missed', async (position) => {
    await behindTheBack(`DELETE FROM audit_event WHERE position = ${position}`);
    expect((await verify()).broken).toEqual({ how: 'missing', position });
  });

  it('a line that was altered together with its hash is noticed at the one that follows, or by its seal', async () => {
    const [first, second] = (await app.get(AuditReading).list(4)).items.reverse();
    const { hash: _, ...content } = { ...second!, actor: 'somebody' };
    const forged = hashOfLine(content, first!.hash);
    await behindTheBack(`UPDATE audit_event SET actor = 'somebody', hash = '${forged}' WHERE position = 2`);
    expect((await verify()).broken).toEqual({ how: 'seal', position: '2' });
  });

  it('a chain that its owner has computed anew is found by its seals, whatever becomes of them', async () => {
    await rewritten(({ position }) => (position === '3' ? { actor: 'somebody' } : {}));
    expect((await verify()).broken).toEqual({ how: 'seal', position: '3' });
    await rewritten(() => ({ seal: null }));
    expect((await verify()).broken).toEqual({ how: 'unsealed', position: '4' });
    await write('戊单位'); // which the service seals, on top of what was forged
    expect((await verify()).broken).toEqual({ how: 'seal', position: '5' });
  });

  it('a chain without its seals is not closed anew by the next start', async () => {
    await kept();
    await rewritten(() => ({ seal: null }));
    await open();
    expect(await app.count("audit_event WHERE action = 'audit_log.sealed'")).toBe(1);
    expect((await verify()).broken).not.toBeNull();
  });

  it('lines that change places are found, whether their hashes are computed anew or not', async () => {
    const swap = (columns: string) =>
      behindTheBack(`WITH other AS (SELECT 5 - position AS position, ${columns} FROM audit_event WHERE position IN (2, 3))
        UPDATE audit_event e SET (${columns}) = (SELECT ${columns} FROM other o WHERE o.position = e.position)
        WHERE position IN (2, 3)`);
    await swap('after, at');
    expect((await verify()).broken).toEqual({ how: 'altered', position: '2' });
    await rewritten(() => ({}));
    expect((await verify()).broken).toEqual({ how: 'seal', position: '2' });
    await swap('after, at, hash, seal');
    expect((await verify()).broken).not.toBeNull();
  });

  it('a line that is put at the end has no seal of its own, whoever’s it borrows', async () => {
    const add = (seal: string) =>
      behindTheBack(`INSERT INTO audit_event (position, at, actor, action, subject_type, hash, seal)
        SELECT position + 1, at, 'service', 'app_user.proven', 'app_user', 'x', ${seal} FROM audit_event ORDER BY position DESC LIMIT 1`);
    for (const [seal, how] of [
      ['seal', 'seal'],
      ['NULL', 'seal'],
    ] as const) {
      await add(seal);
      expect((await verify()).broken).toEqual({ how: 'altered', position: '5' });
      await rewritten(() => ({}), 5);
      expect([seal, (await verify()).broken]).toEqual([seal, { how, position: '5' }]);
      await behindTheBack('DELETE FROM audit_event WHERE position = 5');
    }
  });

  it('a checkpoint that was put there hides no line that is gone', async () => {
    await behindTheBack(`INSERT INTO audit_checkpoint (position, hash, at, last_key, head, previous, seal)
      SELECT position, hash, at, split_part(seal, ':', 1), jsonb_build_object('position', position, 'hash', hash, 'count', 2, 'signature', seal),
             '', seal FROM audit_event WHERE position = 2`);
    await behindTheBack('DELETE FROM audit_event WHERE position <= 2');
    expect((await verify()).broken).not.toBeNull();
    await app.manager.query(
      'ALTER TABLE audit_checkpoint DISABLE TRIGGER ALL; DELETE FROM audit_checkpoint; ALTER TABLE audit_checkpoint ENABLE TRIGGER ALL',
    );
  });

  const kept = async () => {
    const head = app.get(KnownHead);
    head.grew();
    await head.onModuleDestroy(); // as at the end of the process
    return headIn(readFileSync(headFile(), 'utf8'))!;
  };

  it('an end that was cut off is missed at the newest head that the machine knows, also when lines follow', async () => {
    expect(await kept()).toMatchObject({ position: '4', count: 4 });
    await behindTheBack('DELETE FROM audit_event WHERE position > 2');
    expect((await verify()).broken).toEqual({ how: 'head', position: '4' });
    for (const name of ['戊单位', '己单位', '庚单位']) await write(name);
    await kept(); // which does not forget what it knew
    expect((await verify()).broken).toEqual({ how: 'head', position: '4' });
  });

  it('an end that was cut off is missed at a head that is kept elsewhere, which nobody can forge', async () => {
    const head = await kept();
    rmSync(headFile());
    await behindTheBack('DELETE FROM audit_event WHERE position > 2');
    expect((await verify()).broken).toBeNull();
    const compared = async (given: typeof head) => (await app.get(AuditService).verify({ head: given })).broken;
    expect(await compared(head)).toEqual({ how: 'head', position: '4' });
    const [, second] = (await app.get(AuditReading).list(4)).items.reverse();
    const forged = { ...head, position: '2', hash: second!.hash };
    expect(await compared(forged)).toEqual({ how: 'head-forged', position: '2' });
  });

  it('what follows a verified head is verified alone', async () => {
    const from = await kept();
    await write('戊单位');
    await behindTheBack("UPDATE audit_event SET reason = 'x' WHERE position = 2");
    expect(await app.get(AuditService).verify({ from })).toMatchObject({ lines: 1, broken: null });
    expect((await verify()).broken).toEqual({ how: 'altered', position: '2' });
  });

  it('says from where and in which request something was asked for', async () => {
    await app.request('POST', '/departments', { body: { name: '辛单位' } });
    const [line] = (await app.get(AuditReading).list(1)).items;
    expect(line).toMatchObject({ action: 'department.created', address: '127.0.0.1' });
    expect(line?.requestId).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('lines written at once follow each other without a gap', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => write(`单位 ${index}`)));
    expect(await verify()).toEqual({ lines: 24, broken: null });
  });

  /** What becomes of a change while the owner of the database lets something else do the writing. */
  const madeUnder = async (sql: string, back: string) => {
    await app.manager.query(sql);
    try {
      return await app.request<{ code: string }>('POST', '/departments', { body: { name: '壬单位' } });
    } finally {
      await app.manager.query(back);
    }
  };

  it('a change whose line is swallowed on the way is not made, and told', async () => {
    const departments = await app.count('department');
    const { status, body } = await madeUnder(
      `CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$;
       CREATE TRIGGER swallow BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION swallow()`,
      'DROP FUNCTION swallow CASCADE',
    );
    expect([status, body.code]).toEqual([500, 'audit-lines-lost']);
    expect(await app.count('department')).toBe(departments);
    expect(await verify()).toEqual({ lines: 4, broken: null });
  });

  it('a clock of the database that is far from this machine’s, or put back, stops nothing and breaks nothing', async () => {
    const [{ source }]: [{ source: string }] = await app.manager.query(
      "SELECT pg_get_functiondef('hold_audit_tail'::regproc) AS source",
    );
    const putBack = source.replaceAll('clock_timestamp()', "clock_timestamp() - interval '3 hours'");
    expect(await madeUnder(putBack, source)).toMatchObject({ status: 201 });
    expect(await verify()).toEqual({ lines: 5, broken: null });
  });

  it('says that an address was changed to one that looks the same under its mask', async () => {
    const [before, after] = ['zhou@example.org', 'zheng@example.org'].map((email) => ({ email, name: '甲' }));
    const event = { action: 'contact.changed', subjectType: 'contact', before };
    await recordInAuditLog(app.manager, { ...event, after });
    await recordInAuditLog(app.manager, { ...event, after: before });
    const [same, changed] = (await app.get(AuditReading).list(2)).items;
    expect(changed?.after).toEqual({ email: 'z***@example.org', name: '甲', changedUnderMask: ['email'] });
    expect(same?.after).toEqual({ email: 'z***@example.org', name: '甲' });
  });

  it('is no head what names no line', () => {
    const text = (position: string) =>
      JSON.stringify({ position, hash: 'h', count: 1, day: '2026-12-01', signature: 's' });
    expect(['7', 'abc', '-5', '1e3'].map((position) => headIn(text(position)) !== null)).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('is written in the transaction of the change: both are kept, or neither', async () => {
    const failed = app.manager.transaction(async (manager) => {
      await recordInAuditLog(manager, { action: 'department.created', subjectType: 'department' });
      throw new Error('the change failed');
    });
    await expect(failed).rejects.toThrow('the change failed');
    expect(await verify()).toEqual({ lines: 4, broken: null });
  });
});
