import { Clock } from '../../src/common/clock.js';
import { MailDelivery } from '../../src/delivery/mail/mail-delivery.js';
import { MailRepository } from '../../src/delivery/mail/mail.repository.js';
import type { TestApp } from './test-app.js';

const AT_ONCE = 20;

/** Sends what is due one after the other, as the worker does, without its pauses. */
export async function sendDue(app: TestApp): Promise<void> {
  for (;;) {
    const now = app.get(Clock).now();
    await app.get(MailDelivery).release(now);
    const mails = await app.get(MailRepository).claim(app.manager, now, AT_ONCE, 'all');
    if (mails.length === 0) return;
    for (const mail of mails) await app.get(MailDelivery).deliver(mail, now, 'all');
  }
}
