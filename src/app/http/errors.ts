import { DomainError } from '../../domain/domain-error.js';

export const portRefused = (port: number, host: string, said: string): DomainError =>
  new DomainError('unavailable', 'port-refused', {
    zh: `无法在 ${host} 的端口 ${port} 上提供服务（${said}），请检查 HOST 和 PORT。`,
    en: `The service cannot listen at ${host}, port ${port} (${said}); check HOST and PORT.`,
  });
