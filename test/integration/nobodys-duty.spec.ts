import fc from 'fast-check';
import { MailServer } from '../support/mail-server.js';
import { LivingOrganisation } from '../support/organisations/living-organisation.js';
import { DAYS, HEADLESS, randomOrganisation } from '../support/organisations/random-organisation.js';
import { sendDue } from '../support/send-due.js';
import { TestApp } from '../support/test-app.js';

/** `ORGANISATIONS=500 npm test -- nobodys-duty` for the full count. */
const ORGANISATIONS = Number(process.env.ORGANISATIONS ?? 4);
/** A test by itself: none may last for ever. */
const IN_ONE_TEST = 50;

describe('what is owed', () => {
  let server: MailServer;
  let app: TestApp;
  beforeAll(async () => {
    server = await MailServer.start();
    app = await TestApp.start({ SMTP_URL: server.url });
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
  });

  it.each(shares(ORGANISATIONS, IN_ONE_TEST))(
    'is heard by somebody who is there on the first day, once a day, and by nobody who has gone (%i organisations)',
    async (organisations) => {
      let [entries, mails] = [0, 0];
      await fc.assert(
        fc.asyncProperty(randomOrganisation, async (random) => {
          await app.clear();
          await app.manager.query('DELETE FROM refused_address');
          const organisation = await LivingOrganisation.insert(app.manager, random);
          const heard = new Set<string>();
          const unheard = () => [...organisation.owed.keys()].filter((name) => !heard.has(name));
          for (const [index, day] of DAYS.entries()) {
            server.forget();
            const today = random.events.filter((event) => event.day === index);
            for (const event of today) if (event.when === 'before') await organisation.happen(event);
            await app.runJob('reminder-digest', `${day}T00:10`);
            for (const event of today) if (event.when === 'between') await organisation.happen(event);
            app.at(`${day}T09:00`);
            await sendDue(app);
            const addresses = server.received.map(({ recipients }) => recipients[0]!.toLowerCase());
            expect(new Set(addresses).size).toBe(addresses.length);
            expect(addresses.filter((address) => !organisation.isRead(address))).toEqual([]);
            for (const { text = '' } of server.received)
              for (const [name, department] of organisation.owed)
                if (text.includes(name) || text.includes(`- ${department}：`)) heard.add(name);
            mails += addresses.length;
            // From the first day: what is nobody's falls at once to the head and the office, and not when the ladder reaches them.
            expect([day, unheard()]).toEqual([day, []]);
          }
          entries += organisation.owed.size;
        }),
        { numRuns: organisations, examples: [[HEADLESS]] },
      );
      if (process.env.ORGANISATIONS)
        process.stderr.write(`${organisations} organisations: ${entries} entries, ${mails} mails, 0 unheard\n`);
    },
    600_000,
  );
});

/** 120 in shares of 50: 50, 50, 20. */
function shares(total: number, most: number): number[] {
  return Array.from({ length: Math.ceil(total / most) }, (_, nth) => Math.min(most, total - nth * most));
}
