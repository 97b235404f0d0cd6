import { MailService } from '../../src/delivery/mail/mail.service.js';
import type { ReminderRules } from '../../src/reminders/reminder-rules.js';
import { DEFAULT_RULES } from '../../src/reminders/reminder-rules.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { eventually } from '../support/eventually.js';
import { ifMatch, TestApp } from '../support/test-app.js';

type Rules = ReminderRules & { readonly version: number };

describe('the rules of reminders', () => {
  let app: TestApp;
  let office: Office;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await app.clear();
    await app.manager.query("UPDATE setting SET value = '{}'");
    office = await OfficeFactory.owing('2026-10').insert(app.manager);
  });

  const rules = () => app.read<Rules>('/reminders/rules');
  const change = async (changes: object) => {
    const { version, ...now } = await rules();
    return app.request<Rules>('PUT', '/reminders/rules', { body: { ...now, ...changes }, headers: ifMatch(version) });
  };
  const stages = async () => {
    const rows: { stage: string }[] = await app.manager.query('SELECT DISTINCT stage FROM notification');
    return rows.map(({ stage }) => stage);
  };

  it('are the published ladder until somebody changes them', async () => {
    const { version: _, ...now } = await rules();
    expect(now).toEqual(DEFAULT_RULES);
  });

  it('a changed ladder is followed from the next run on, and the change stands in the audit log', async () => {
    const { status, body } = await change({ ladder: [{ workingDays: -4, audience: ['reporter', 'head'] }] });
    expect([status, body.ladder]).toEqual([200, [{ workingDays: -4, audience: ['reporter', 'head'] }]]);
    expect(await app.runJob('reminder-digest', '2026-11-02T09:00')).toEqual({ mails: 2 });
    expect(await stages()).toEqual(['-4']);
    const [line]: { actor: string }[] = await app.manager.query(
      "SELECT actor FROM audit_event WHERE subject_type = 'setting' ORDER BY position DESC LIMIT 1",
    );
    expect(line?.actor).toBeTruthy();
  });

  it.each([
    [
      'a ladder that does not ascend',
      { ladder: [0, 0].map((workingDays) => ({ workingDays, audience: ['head'] })) },
      422,
    ],
    ['a step for nobody', { ladder: [{ workingDays: 1, audience: [] }] }, 400],
    ['an unknown audience', { ladder: [{ workingDays: 1, audience: ['mayor'] }] }, 400],
    ['no step at all', { ladder: [] }, 400],
    ['an hour that does not exist', { sendHour: 24 }, 400],
    ['an unknown alert', { alerts: { ...DEFAULT_RULES.alerts, rain: ['head'] } }, 400],
    ['an unknown key', { colour: 'red' }, 400],
  ])('%s is refused, and the rules stay', async (_, changes, status) => {
    expect((await change(changes)).status).toBe(status);
    const { version: __, ...now } = await rules();
    expect(now).toEqual(DEFAULT_RULES);
  });

  it('of two who change them at once the second is told', async () => {
    const { version, ...now } = await rules();
    const put = () => app.request('PUT', '/reminders/rules', { body: now, headers: ifMatch(version) });
    expect([(await put()).status, (await put()).status]).toEqual([200, 412]);
  });

  it('mails wait for the hour of their department', async () => {
    await change({ departments: [{ departmentId: office.department.id, sendHour: 14 }] });
    await app.runJob('reminder-digest', '2026-11-09T00:10');
    const state = async () => {
      const [mail]: { state: string }[] = await app.manager.query('SELECT state FROM mail');
      return mail?.state;
    };
    await app.at('2026-11-09T13:59').get(MailService).drain();
    expect(await state()).toBe('planned');
    app.at('2026-11-09T14:00').get(MailService).startWorker();
    expect(await eventually(state, (now) => now === 'sent')).toBe('sent');
  });

  it('a department with a later deadline is reminded later, the others as before', async () => {
    const other = await OfficeFactory.owing('2026-10').insert(app.manager);
    const route = `/departments/${other.department.id}`;
    await app.request('PATCH', route, { body: { dueWorkingDay: 8 }, headers: ifMatch(1) });
    expect(await app.runJob('reminder-digest', '2026-11-06T09:00')).toEqual({ mails: 1 }); // the same person
    const told: { dueDate: string; stage: string }[] = await app.manager.query(
      'SELECT due_date AS "dueDate", stage FROM notification ORDER BY due_date',
    );
    expect(told).toEqual([
      { dueDate: '2026-11-06', stage: '0' },
      { dueDate: '2026-11-11', stage: '-3' },
    ]);
  });
});
