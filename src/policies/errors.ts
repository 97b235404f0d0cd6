import { DomainError, errorAt, type Problem } from '../domain/domain-error.js';
import type { Policy } from '../domain/policy.js';

/** @param name of its file */
export function policyInvalid(name: string, problems: readonly Problem[]): DomainError {
  const said = (language: 'zh' | 'en') => problems.map(({ pointer, message }) => `${pointer} ${message[language]}`);
  const zh = `评分政策 ${name} 有误：${said('zh').join('；')}`;
  return new DomainError(
    'unfit',
    'policy-invalid',
    { zh, en: `Policy ${name} is wrong: ${said('en').join('; ')}` },
    problems,
  );
}

export const policyNameTaken = ({ name }: Policy): DomainError =>
  new DomainError('unfit', 'policy-invalid', {
    zh: `本地评分政策不能使用系统自带政策的名称“${name}”，请改名。`,
    en: `A local policy cannot bear the name of a shipped one, “${name}”: rename it.`,
  });

export const policyChanged = ({ name, version }: Policy): DomainError =>
  new DomainError('unfit', 'policy-changed', {
    zh: `评分政策“${name}”第 ${version} 版已经启用，内容不能再改。请恢复原文件，并把改动写成更高的版本号。`,
    en: `Version ${version} of the policy “${name}” is in force and cannot change. Restore the file, and give the change a higher version.`,
  });

/** @param known the names there are */
export function policyUnknown(name: string, known: readonly string[]): DomainError {
  const said = name.slice(0, 60);
  return errorAt('/policy', 'unfit', 'policy-unknown', {
    zh: `没有评分政策“${said}”，现有：${known.join(', ')}。`,
    en: `There is no policy “${said}”; there are: ${known.join(', ')}.`,
  });
}
