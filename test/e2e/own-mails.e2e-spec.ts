import { MailService } from '../../src/delivery/mail/mail.service.js';
import { Contact } from '../../src/organisation/contact.entity.js';
import { type Office, OfficeFactory } from '../factories/office.factory.js';
import { UserFactory } from '../factories/user.factory.js';
import { Browser } from '../support/browser.js';
import { TestApp } from '../support/test-app.js';

interface OwnMails {
  readonly duties: readonly { readonly duty: string }[];
  readonly address: string;
  readonly optedOut: boolean;
  readonly optional: readonly string[];
  readonly mails: readonly {
    readonly state: string;
    readonly rules: readonly string[];
    readonly sentTo: string | null;
  }[];
}

describe('which mails I get', () => {
  let app: TestApp;
  let office: Office;
  beforeEach(async () => {
    app = await TestApp.start();
    office = await OfficeFactory.owing('2026-10').insert(app.manager);
    app.at('2026-11-04T10:00');
  });
  afterEach(() => app.close());

  it('says for which duties, where to, what became of them, and takes my word for what is optional', async () => {
    const me = await UserFactory.as('reporter').of(office.department).reportingFor(office.section).insert(app.manager);
    const other = await UserFactory.as('reporter').of(office.department).insert(app.manager);
    await app.manager.update(Contact, { id: office.reporter.id }, { userId: me.user.id });
    await app.request('POST', `/indicators/${office.indicatorId}/progress/2026-10/reminders`);
    await app.get(MailService).drain();
    const browser = await new Browser(app).beginAs(me.user);
    const mine = async () => (await browser.request<OwnMails>('GET', '/session/mails')).body;
    expect(await mine()).toMatchObject({
      duties: [{ duty: 'reporter' }],
      optedOut: false,
      mails: [{ state: 'sent', rules: ['asked-now'] }],
    });
    expect((await mine()).optional).not.toContain('entries-owed');
    expect((await mine()).mails[0]?.sentTo).toBe((await mine()).address);
    const set = (optedOut: boolean) => browser.request('PUT', '/session/mails', { body: { optedOut } });
    expect((await set(true)).status).toBe(204);
    expect([(await mine()).optedOut, await app.count('mail_opt_out')]).toEqual([true, 1]);
    expect(
      (await (await new Browser(app).beginAs(other.user)).request<OwnMails>('GET', '/session/mails')).body,
    ).toMatchObject({
      duties: [],
      mails: [],
      optedOut: false,
    });
    await set(false);
    expect([(await mine()).optedOut, await app.count('mail_opt_out')]).toEqual([false, 0]);
  });
});
