import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export interface ReceivedMail extends ParsedMail {
  /** As it came over the wire. */
  readonly raw: string;
  readonly recipients: readonly string[];
  /** Over an encrypted line. */
  readonly secure: boolean;
}

/** A real SMTP server of the test's own, which can be told to refuse. */
export class MailServer {
  readonly received: ReceivedMail[] = [];
  /** Recipients that were asked for, refused ones included. */
  readonly asked: string[] = [];
  /** How often somebody connected. */
  connections = 0;
  private answer: number | undefined;
  private onlyTo: string | undefined;
  private senderAnswer: number | undefined;

  private constructor(private readonly server: SMTPServer) {}

  /** @param withTls offers STARTTLS, with a certificate that nobody trusts */
  static async start({ withTls = false } = {}): Promise<MailServer> {
    const server: SMTPServer = new SMTPServer({
      authOptional: true,
      disabledCommands: withTls ? ['AUTH'] : ['STARTTLS', 'AUTH'],
      onConnect: (_session, done) => {
        mails.connections += 1;
        done();
      },
      onMailFrom: (_address, _session, done) => {
        const { senderAnswer } = mails;
        done(senderAnswer ? Object.assign(new Error('not you'), { responseCode: senderAnswer }) : null);
      },
      onRcptTo: ({ address }, _session, done) => {
        mails.asked.push(address);
        done(
          mails.answer && (mails.onlyTo ?? address) === address
            ? Object.assign(new Error('not now'), { responseCode: mails.answer })
            : null,
        );
      },
      onData: (stream, { envelope, secure }, done) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          const raw = Buffer.concat(chunks);
          const recipients = envelope.rcptTo.map(({ address }) => address);
          void simpleParser(raw).then((mail) => {
            mails.received.push({ ...mail, raw: raw.toString('latin1'), recipients, secure });
            done();
          }, done);
        });
      },
    });
    const mails = new MailServer(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return mails;
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`;
  }

  /** Answers every recipient, or this one, with this code from now on; undefined: takes everything. */
  answerWith(code: number | undefined, onlyTo?: string): void {
    this.answer = code;
    this.onlyTo = onlyTo;
  }

  /** Takes mails of nobody, as where the sender is not allowed; undefined: of everybody. */
  refuseSender(code: number | undefined): void {
    this.senderAnswer = code;
  }

  forget(): void {
    this.senderAnswer = undefined;
    this.received.length = 0;
    this.asked.length = 0;
    this.answer = undefined;
    this.onlyTo = undefined;
  }

  stop(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(resolve);
    });
  }
}
