import { DomainError, NotFoundError, type Problem } from '../../domain/domain-error.js';

/** Told by the first problem, and by its place where that is not a field of the body itself, which the message names already. */
export function invalidRequest(problems: readonly Problem[]): DomainError {
  const [first] = problems;
  const place = first && first.pointer.lastIndexOf('/') > 0 ? `${first.pointer} ` : '';
  const messages = {
    zh: `请求有误：${place}${first?.message.zh ?? ''}`,
    en: `The request is not valid: ${place}${first?.message.en ?? ''}`,
  };
  return new DomainError('request-invalid', 'request-invalid', messages, problems);
}

export const notUtf8 = (): DomainError =>
  new DomainError('request-invalid', 'request-invalid', {
    zh: '请求内容不是有效的 UTF-8 文本。',
    en: 'The body of the request is not valid UTF-8.',
  });

export function nothingOfId(text: string): NotFoundError {
  const said = text.slice(0, 60);
  return new NotFoundError({ zh: `编号“${said}”所指的内容`, en: `thing as “${said}”` });
}

export const versionMissing = (): DomainError =>
  new DomainError('version-missing', 'precondition-required', {
    zh: '请用 If-Match 给出所见的版本（新建用 If-None-Match: *），以免覆盖他人的修改。',
    en: 'Give the version you have seen as If-Match (If-None-Match: * to create), so that nobody’s change is overwritten.',
  });
