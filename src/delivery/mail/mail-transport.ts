import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { shortened } from '../../common/shortened.js';
import { Configuration } from '../../config/configuration.js';
import type { Channel, Delivery, OutgoingMessage } from '../delivery.js';
import type { Addressee } from '../recipients/addressee.js';
import { writeMailFile } from './mail-file.js';
import { addressOf, SmtpClient } from './smtp-client.js';

/** To somebody of whom no more than name and address is needed. */
type Addressed = Omit<OutgoingMessage, 'reader'> & { readonly reader: Pick<Addressee, 'name' | 'email'> };

/** Hands mails to SMTP_URL, or writes them as `.eml` files under DATA_DIR/mail, where any mail program opens them. */
@Injectable()
export class MailTransport implements Channel, OnApplicationShutdown {
  private readonly smtp: SmtpClient | undefined;
  private readonly eml = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

  constructor(private readonly configuration: Configuration) {
    const address = addressOf(configuration);
    this.smtp = address === undefined ? undefined : new SmtpClient(address);
  }

  async send(message: Addressed): Promise<Delivery> {
    const mail = this.asMail(message);
    if (this.smtp) return this.smtp.send(mail);
    const { message: content } = await this.eml.sendMail(mail);
    await writeMailFile(this.configuration.DATA_DIR, `${message.localDate}-${message.id}.eml`, content as Buffer);
    return { outcome: 'sent', replyCode: null, reply: null, phase: null };
  }

  onApplicationShutdown(): void {
    this.smtp?.close();
  }

  /** The Message-ID is the same at every try. */
  private asMail({ id, reader, subject, text, html, attachments, unsubscribe }: Addressed): SendMailOptions {
    const oneClick = unsubscribe && {
      'List-Unsubscribe': `<${unsubscribe}>`,
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    };
    return {
      from: this.configuration.MAIL_FROM,
      to: { name: shortened(reader.name), address: reader.email },
      messageId: `<${id}@jixiao>`,
      subject,
      text,
      html,
      attachments: attachments?.map((attachment) => ({ ...attachment })),
      headers: { 'Auto-Submitted': 'auto-generated', ...oneClick },
    };
  }
}
