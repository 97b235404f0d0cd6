import { deliveryOf } from './smtp-reply.js';

const answered = (command: string, response: string, code = 'EENVELOPE') =>
  deliveryOf(
    Object.assign(new Error(response), { command, response, responseCode: Number(response.slice(0, 3)), code }),
    command === 'DATA',
  ).outcome;

describe('an answer to a recipient', () => {
  it.each([
    '550 5.1.1 <wang@example.org>: Recipient address rejected: User unknown',
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found',
    '550 5.2.1 The email account that you tried to reach is disabled',
    '550 No such user here',
    '550 5.0.0 Mailbox unavailable',
    '551 User not local',
    '553 Mailbox name invalid',
    '556 5.1.10 Domain does not accept mail',
    '550 无此用户',
  ])('%s: nobody is there', (response) => {
    expect(answered('RCPT TO', response)).toBe('refused');
  });

  it.each([
    '550 5.7.1 Relaying denied',
    '550 5.7.1 Unable to relay',
    '550 relay not permitted',
    '550 Access denied - Invalid HELO name',
    '550 5.7.26 Unauthenticated mail is not accepted',
    '550 5.1.8 Sender address rejected: Domain not found',
    '550 5.1.7 Invalid address of the sender',
    '550 5.4.1 Recipient address rejected: Access denied',
    '553 5.7.1 Sender address rejected: not owned by user',
    '550 Blocked by spam policy',
    '550 Authentication required',
    '550 Too many recipients, try again later',
    '554 5.7.1 Relay access denied',
    '552 5.2.2 Mailbox full',
    '450 4.2.1 Greylisted',
  ])('%s: the relay does not want, and the mail waits', (response) => {
    expect(answered('RCPT TO', response)).toBe('postponed');
  });
});

describe('an answer to the whole mail', () => {
  it('is a refusal where it is about the mailbox, and nothing final otherwise', () => {
    expect(answered('DATA', '550 5.2.1 Mailbox disabled', 'EMESSAGE')).toBe('refused');
    expect(answered('DATA', '550 5.7.1 Message rejected as spam', 'EMESSAGE')).toBe('postponed');
    expect(answered('DATA', '550 No such user', 'EMESSAGE')).toBe('postponed');
  });
});
