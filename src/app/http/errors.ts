import { DomainError } from '../../domain/domain-error.js';

export const portInUse = (port: number, host: string): DomainError =>
  new DomainError('unavailable', 'port-in-use', {
    zh: `端口 ${port}（${host}）已被其他程序占用，请用 PORT（ROLE=worker 时用 WORKER_PORT）指定另一个端口。`,
    en: `Port ${port} (${host}) is in use by another program; set PORT (WORKER_PORT with ROLE=worker) to another one.`,
  });

export const portRefused = (port: number, host: string, said: string): DomainError =>
  new DomainError('unavailable', 'port-refused', {
    zh: `无法在 ${host} 的端口 ${port} 上提供服务（${said}），请检查 HOST 和 PORT。`,
    en: `The service cannot listen at ${host}, port ${port} (${said}); check HOST and PORT.`,
  });
