import { DomainError } from '../../domain/domain-error.js';

/** @param setting the name of the setting that says which port it is */
export const portInUse = (port: number, host: string, setting: string): DomainError =>
  new DomainError('unavailable', 'port-in-use', {
    zh: `端口 ${port}（${host}）已被其他程序占用，请用 ${setting} 指定另一个端口。`,
    en: `Port ${port} (${host}) is in use by another program; set ${setting} to another one.`,
  });
