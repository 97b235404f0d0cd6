import { HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import {
  ConflictError,
  DomainError,
  type ErrorKind,
  type Language,
  type Message,
  type Problem,
} from '../../domain/domain-error.js';
import { databaseProblem } from './database-problem.js';
import { languageOf } from './language.js';

export const STATUS_OF_KIND: Readonly<Record<ErrorKind, number>> = {
  'request-invalid': 400,
  'not-signed-in': 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'version-outdated': 412,
  'too-large': 413,
  unfit: 422,
  'version-missing': 428,
  'too-many': 429,
  damaged: 500,
  unavailable: 503,
  'storage-full': 507,
};

declare module 'fastify' {
  interface FastifyReply {
    /** The codes of what was wrong, for the log: whoever tries what is fit shows there, and nothing of what they sent. */
    problems?: readonly string[];
  }
}

type Said = Pick<DomainError, 'code' | 'messages' | 'problems'>;

interface Failure {
  readonly status: number;
  readonly error: Said;
}

/** Answers with `application/problem+json` (RFC 9457), in the caller's language. @returns the status */
export function sendProblem(exception: unknown, request: FastifyRequest, reply: FastifyReply): number {
  const { status, error } = failureOf(exception);
  reply.problems = [...new Set([error.code, ...error.problems.map(({ code }) => code)])];
  const language = languageOf(request.headers['accept-language']);
  const wait = status === 503 ? 5 : (error as { retryAfter?: number }).retryAfter;
  if (wait !== undefined) void reply.header('Retry-After', String(wait));
  if (error instanceof ConflictError && error.version !== null) void reply.header('ETag', `"${error.version}"`);
  void reply
    .status(status)
    .header('Content-Type', 'application/problem+json; charset=utf-8')
    .header('Content-Language', language === 'zh' ? 'zh-CN' : 'en')
    .send(
      JSON.stringify({
        type: 'about:blank',
        status,
        correlationId: request.id,
        ...problemOf(error, language),
      }),
    );
  return status;
}

/** What an error says, without the request around it: also of one row among many. */
export const problemOf = (error: Said, language: Language) => ({
  title: error.messages[language],
  code: error.code,
  errors: error.problems.map((problem) => inLanguage(problem, language)),
  ...(error instanceof ConflictError ? { current: error.current } : {}),
});

const inLanguage = ({ pointer, code, message }: Problem, language: Language) => ({
  pointer,
  code,
  message: message[language],
});

export function failureOf(exception: unknown): Failure {
  const error = exception instanceof DomainError ? exception : databaseProblem(exception);
  if (error) return { status: STATUS_OF_KIND[error.kind], error };
  const status = statusOf(exception);
  return { status, error: { code: `http-${status}`, messages: messagesFor(status), problems: [] } };
}

/** Nest's own exceptions and Fastify's (unreadable JSON, too large a body) carry their status. */
function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  if (exception instanceof Error && BROKEN_FORM.test(exception.message)) return 400;
  const status = (exception as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

// The reader of multipart forms throws plain errors; their messages are all that tells them apart.
const BROKEN_FORM = /^(Multipart: |Malformed part|Unexpected end of multipart|Part terminated early)/;

const MESSAGES: Record<number, Message> = {
  400: {
    zh: '请求无法读取：内容不是有效的 JSON 或表单。',
    en: 'The request could not be read: its body is neither valid JSON nor a valid form.',
  },
  404: { zh: '没有这个地址。', en: 'There is nothing at this address.' },
  413: { zh: '内容太大。', en: 'The content is too large.' },
  415: { zh: '不支持这种内容类型。', en: 'This content type is not supported.' },
};

function messagesFor(status: number): Message {
  if (status >= 500) {
    return {
      zh: '服务内部出错，请把关联编号告诉管理员。',
      en: 'Something went wrong inside the service. Give the correlation id to the administrator.',
    };
  }
  return MESSAGES[status] ?? { zh: '请求无效。', en: 'The request is not valid.' };
}
