import { createHmac } from 'node:crypto';
import type { ChatRobot } from './chat-robot.entity.js';
import type { MailMessage } from '../mail/mail-message.js';

/** WeCom's limit, in bytes of UTF-8; DingTalk takes more. */
const MAX_BYTES = 4096;

/** A message as the platforms document it: Markdown, with one link. */
export function robotMessage({ platform }: Pick<ChatRobot, 'platform'>, message: MailMessage): object {
  const { subject, link, unsubscribe } = message;
  const lines = message.text.split('\n').filter((line) => !line.includes(unsubscribe ?? link ?? '\n'));
  const ending = link === undefined ? '' : `\n\n[${link}](${link})`;
  const heading = `### ${harmless(subject)}\n\n`;
  const room = MAX_BYTES - Buffer.byteLength(heading + ending);
  const content = heading + cut(harmless(lines.join('\n').trim()), room) + ending;
  return platform === 'wecom'
    ? { msgtype: 'markdown', markdown: { content } }
    : { msgtype: 'markdown', markdown: { title: harmless(subject), text: content } };
}

/** The address to post to; DingTalk wants the time and a signature in it (HMAC-SHA256 over time and secret, Base64). */
export function robotAddress(
  { platform, url, secret }: Pick<ChatRobot, 'platform' | 'url' | 'secret'>,
  now: Date,
): URL {
  const address = new URL(url);
  if (platform !== 'dingtalk' || secret === null) return address;
  const timestamp = String(now.getTime());
  address.searchParams.set('timestamp', timestamp);
  address.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'));
  return address;
}

/** Names must not become links or mentions; full-width signs look the same and mean nothing to Markdown. */
const harmless = (text: string): string =>
  text.replace(/[[\]<>`]/g, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0));

function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let [kept, used] = ['', Buffer.byteLength('…')];
  for (const sign of text) {
    used += Buffer.byteLength(sign);
    if (used > bytes) break;
    kept += sign;
  }
  return `${kept}…`;
}
