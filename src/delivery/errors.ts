import { type DomainError, errorAt, NotFoundError } from '../domain/domain-error.js';

/** @param origins those that are allowed */
export const robotAddressRefused = (origins: readonly string[]): DomainError =>
  errorAt('/url', 'unfit', 'robot-address-refused', {
    zh: `机器人地址须以下列之一开头：${origins.join('、')}（由 ROBOT_ORIGINS 设定）。`,
    en: `A robot's address must begin with one of: ${origins.join(', ')} (set by ROBOT_ORIGINS).`,
  });

export const noRobot = (): NotFoundError => new NotFoundError({ zh: '群机器人', en: 'chat robot' });

export const noOptOutLink = (): NotFoundError => new NotFoundError({ zh: '这个退订链接', en: 'unsubscribe link' });
