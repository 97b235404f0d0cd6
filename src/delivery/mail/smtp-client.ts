import { createTransport, type SendMailOptions } from 'nodemailer';
import type { Configuration } from '../../config/configuration.js';
import type { Delivery } from '../delivery.js';
import { deliveryOf, keptReply } from './smtp-reply.js';

/** As many as are sent side by side, so that none waits for a connection while its time runs. */
export const CONNECTIONS = 20;
/** For a whole mail; shorter than a claim, so that no mail is tried by two at once. */
const SEND_LIMIT_MS = 30_000;
const PHASE_LIMIT_MS = 20_000;
const PHASE_LIMITS = {
  connectionTimeout: PHASE_LIMIT_MS,
  greetingTimeout: PHASE_LIMIT_MS,
  socketTimeout: PHASE_LIMIT_MS,
};

/** The address with what is asked of the line; what the address itself says of that does not stand against it. */
export function addressOf({ SMTP_URL, SMTP_TLS }: Configuration): string | undefined {
  if (SMTP_URL === undefined || SMTP_TLS === 'offered') return SMTP_URL;
  const url = new URL(SMTP_URL);
  url.searchParams.set('requireTLS', 'true');
  return url.href;
}

/** Connections to one SMTP server. */
export class SmtpClient {
  private readonly pool;

  constructor(url: string) {
    this.pool = createTransport({ url, pool: true, maxConnections: CONNECTIONS, maxRequeues: 1, ...PHASE_LIMITS });
    this.pool.use('stream', ({ message, data }, done) => {
      const { onContentLeft } = data as { onContentLeft?: () => void };
      const create = message.createReadStream.bind(message);
      message.createReadStream = (options) => {
        const content = create(options);
        content.once('end', () => onContentLeft?.());
        return content;
      };
      done();
    });
  }

  async send(mail: SendMailOptions): Promise<Delivery> {
    let contentLeft = false;
    // The connection reads a message to its end once the server has said that it is ready for it.
    const onContentLeft = (): void => {
      contentLeft = true;
    };
    try {
      const watched = { ...mail, onContentLeft, signal: AbortSignal.timeout(SEND_LIMIT_MS) };
      const { response } = await this.pool.sendMail(watched);
      return {
        outcome: 'sent',
        replyCode: Number(response.slice(0, 3)) || null,
        reply: keptReply(response),
        phase: null,
      };
    } catch (error) {
      return deliveryOf(error, contentLeft);
    }
  }

  close(): void {
    this.pool.close();
  }
}
