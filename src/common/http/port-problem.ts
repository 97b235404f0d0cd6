import { DomainError } from '../../domain/domain-error.js';

/** The settings that say where something listens. */
interface PortSettings {
  readonly host: string;
  readonly port: string;
}

/** Why nobody can be answered there. @returns DomainError `port-in-use`, `port-refused` */
export function portProblem(error: NodeJS.ErrnoException, port: number, host: string, settings: PortSettings) {
  if (error.code === 'EADDRINUSE') {
    return new DomainError('unavailable', 'port-in-use', {
      zh: `端口 ${port}（${host}）已被其他程序占用，请用 ${settings.port} 指定另一个端口。`,
      en: `Port ${port} (${host}) is in use by another program; set ${settings.port} to another one.`,
    });
  }
  return new DomainError('unavailable', 'port-refused', {
    zh: `无法在 ${host} 的端口 ${port} 上提供服务（${error.message}），请检查 ${settings.host} 和 ${settings.port}。`,
    en: `The service cannot listen at ${host}, port ${port} (${error.message}); check ${settings.host} and ${settings.port}.`,
  });
}
