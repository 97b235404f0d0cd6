import { unusableMailServer } from '../../src/condition/mail-server.js';
import { weakSettings } from '../../src/condition/weak-settings.js';
import { Configuration } from '../../src/config/configuration.js';
import type { Delivery } from '../../src/delivery/delivery.js';
import { MailService } from '../../src/delivery/mail/mail.service.js';
import { MailTransport } from '../../src/delivery/mail/mail-transport.js';
import { OfficeFactory } from '../factories/office.factory.js';
import { eventually } from '../support/eventually.js';
import { MailServer } from '../support/mail-server.js';
import { TestApp } from '../support/test-app.js';

const REQUIRED = { SMTP_TLS: 'required' } as const;
/** The certificate of the test's server is nobody's. */
const WHOEVER_IT_IS = '?tls.rejectUnauthorized=false';

describe('mails that may not leave in clear', () => {
  let plain: MailServer;
  let withTls: MailServer;
  beforeAll(async () => {
    plain = await MailServer.start();
    withTls = await MailServer.start({ withTls: true });
  });
  afterAll(() => Promise.all([plain.stop(), withTls.stop()]));
  beforeEach(() => {
    plain.forget();
    withTls.forget();
  });

  const sendTo = async (SMTP_URL: string, settings: Partial<Configuration>): Promise<Delivery> => {
    const transport = new MailTransport(Object.assign(new Configuration(), { SMTP_URL, ...settings }));
    try {
      const reader = { name: '张三', email: 'zhang@example.org' };
      const id = '00000000-0000-7000-8000-000000000000';
      return await transport.send({ id, localDate: '2026-11-09', reader, subject: 'x', text: 'x', html: 'x' });
    } finally {
      transport.onApplicationShutdown();
    }
  };

  it('wait at a server without TLS, and its administrator is told', async () => {
    const app = await TestApp.start({ SMTP_URL: plain.url, ...REQUIRED });
    try {
      await OfficeFactory.owing('2026-10').insert(app.manager);
      app.get(MailService).startWorker();
      await app.runJob('reminder-digest', '2026-11-09T09:00');
      const failure = await eventually(
        async () => (await app.read<{ failure: object | null }>('/mails/standing', 'system-administrator')).failure,
        (found) => found !== null,
      );
      expect(failure).toMatchObject({ phase: 'tls' });
      expect(await app.manager.query('SELECT DISTINCT state FROM mail')).toEqual([{ state: 'queued' }]);
    } finally {
      await app.close();
    }
    expect(plain).toMatchObject({ asked: [], received: [] });
  });

  it('whatever the address itself says of that', async () => {
    const delivery = await sendTo(`${plain.url}?requireTLS=false&ignoreTLS=true`, REQUIRED);
    expect(delivery).toMatchObject({ outcome: 'postponed', phase: 'tls', isRelayDown: true });
    expect(plain).toMatchObject({ asked: [], received: [] });
    expect(await sendTo(plain.url, {})).toMatchObject({ outcome: 'sent' });
  });

  it('leave over an encrypted line, to a server whose certificate is trusted', async () => {
    const untrusted = await sendTo(withTls.url, REQUIRED);
    expect(untrusted).toMatchObject({ outcome: 'postponed', reply: expect.stringContaining('certificate') as unknown });
    expect(withTls).toMatchObject({ asked: [], received: [] });
    expect(await sendTo(`${withTls.url}${WHOEVER_IT_IS}`, REQUIRED)).toMatchObject({ outcome: 'sent' });
    expect(withTls.received).toMatchObject([{ secure: true }]);
  });

  it('doctor says so beforehand, and that they may where nobody asked', async () => {
    const at = (SMTP_URL: string, settings = {}) => Object.assign(new Configuration(), { SMTP_URL, ...settings });
    expect(await unusableMailServer(at(plain.url, REQUIRED))).toMatchObject([{ code: 'mail-server-unusable' }]);
    expect(await unusableMailServer(at(plain.url))).toEqual([]);
    expect(weakSettings(at('smtp://mail.example.org'))).toMatchObject([{ code: 'mail-unencrypted' }]);
    for (const fit of [at('smtp://mail.example.org', REQUIRED), at('smtps://mail.example.org'), at('smtp://mail:1025')])
      expect(weakSettings(fit)).toEqual([]);
  });
});
