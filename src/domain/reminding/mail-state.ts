/**
 * planned: its hour has not come; queued: waiting for its first or next try; sent; refused: the server
 * knows no such recipient; undeliverable: no server took it for five days; uncertain: nobody knows whether the server took it,
 * so it is tried again; superseded: nothing was left to say, or a newer one says it;
 * cancelled: its contact is no longer to be told.
 */
export const MAIL_STATES = [
  'planned',
  'queued',
  'sent',
  'refused',
  'undeliverable',
  'uncertain',
  'superseded',
  'cancelled',
] as const;
export type MailState = (typeof MAIL_STATES)[number];
