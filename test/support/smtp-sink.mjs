// A real SMTP server that counts what it took, by Message-ID. `onTaken` runs right after a 250 has left.
import { SMTPServer } from 'smtp-server';

const messageIdOf = (content) => /^Message-ID: (<[^>]+>)/im.exec(content)?.[1];

export class SmtpSink {
  /** How often each Message-ID was taken. */
  taken = new Map();
  /** Of what was taken. */
  recipients = [];
  /**
   * An address that is answered with 550.
   * @type {string | null}
   */
  refused = null;
  onTaken = () => {};
  /** Whose connections are made now: what they bring is theirs, even if it is read after their end. */
  life = null;

  static async start(port = 0) {
    const sink = new SmtpSink();
    sink.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onConnect: (session, answer) => {
        session.life = sink.life;
        answer();
      },
      onRcptTo: ({ address }, _session, answer) =>
        answer(address === sink.refused ? Object.assign(new Error('no such user'), { responseCode: 550 }) : null),
      onData: (stream, { envelope, life }, answer) => {
        let content = '';
        stream.setEncoding('latin1').on('data', (chunk) => (content += chunk));
        stream.on('end', () => {
          sink.recipients.push(...envelope.rcptTo.map(({ address }) => address));
          sink.take(content, answer, life);
        });
      },
    });
    sink.server.on('error', () => {}); // clients that were killed
    await new Promise((resolve) => sink.server.listen(port, '127.0.0.1', resolve));
    return sink;
  }

  get url() {
    return `smtp://127.0.0.1:${this.server.server.address().port}`;
  }

  get count() {
    return [...this.taken.values()].reduce((sum, times) => sum + times, 0);
  }

  take(content, answer) {
    const id = messageIdOf(content);
    this.taken.set(id, (this.taken.get(id) ?? 0) + 1);
    answer();
    this.onTaken(id);
    return id;
  }

  stop() {
    return new Promise((resolve) => this.server.close(resolve));
  }
}
