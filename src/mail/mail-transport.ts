import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import path from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { Configuration } from '../config/configuration.js';
import type { MailMessage } from './mail-message.js';

export interface OutgoingMail extends MailMessage {
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly localDate: string;
}

const PHASE_LIMIT_MS = 30_000;
const PHASE_LIMITS = {
  connectionTimeout: PHASE_LIMIT_MS,
  greetingTimeout: PHASE_LIMIT_MS,
  socketTimeout: PHASE_LIMIT_MS,
};

/** Hands mails to SMTP_URL, or writes them as `.eml` files under DATA_DIR/mail, where any mail program opens them. */
@Injectable()
export class MailTransport implements OnApplicationShutdown {
  private readonly smtp?: Transporter;
  private readonly eml = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(private readonly configuration: Configuration) {
    const { SMTP_URL } = configuration;
    if (SMTP_URL) this.smtp = createTransport({ url: SMTP_URL, pool: true, maxConnections: 5, ...PHASE_LIMITS });
  }

  /** Resolves when the mail is in the server's hands, or on disk. The Message-ID is the same at every try. */
  async send({ id, to, localDate, ...content }: OutgoingMail): Promise<void> {
    const from = this.configuration.MAIL_FROM;
    const messageId = `<${id}@jixiao>`;
    const message = { ...content, from, to, messageId, headers: { 'Auto-Submitted': 'auto-generated' } };
    if (this.smtp) await this.smtp.sendMail(message);
    else await this.writeFile(`${localDate}-${id}.eml`, (await this.eml.sendMail(message)).message as Buffer);
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }

  /** Whole or not at all: written beside, flushed, then renamed. */
  private async writeFile(name: string, content: Buffer): Promise<void> {
    const folder = path.resolve(this.configuration.DATA_DIR, 'mail');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const draft = path.join(folder, `.${randomUUID()}.part`);
    const file = await open(draft, 'wx', 0o600);
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path.join(folder, name));
  }
}
