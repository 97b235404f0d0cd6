import { DomainError, errorAt, NotFoundError } from '../domain/domain-error.js';

/** @param origins those that are allowed */
export const robotAddressRefused = (origins: readonly string[]): DomainError =>
  errorAt('/url', 'unfit', 'robot-address-refused', {
    zh: `机器人地址须以下列之一开头：${origins.join('、')}（由 ROBOT_ORIGINS 设定）。`,
    en: `A robot's address must begin with one of: ${origins.join(', ')} (set by ROBOT_ORIGINS).`,
  });

export const noRobot = (): NotFoundError => new NotFoundError({ zh: '群机器人', en: 'chat robot' });

export const noOptOutLink = (): NotFoundError => new NotFoundError({ zh: '这个退订链接', en: 'unsubscribe link' });

/** @param days how long one holds */
export const optOutLinkOver = (days: number): DomainError =>
  new DomainError('not-found', 'unsubscribe-link-over', {
    zh: `退订链接自邮件发出之日起 ${days} 天内有效，这一个已经过期。请用最近一封邮件中的链接。`,
    en: `A link to unsubscribe holds for ${days} days after its mail was sent, and this one is over. Use that of the latest mail.`,
  });
