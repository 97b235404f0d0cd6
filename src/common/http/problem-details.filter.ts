import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './problem-details.js';

/** Every error leaves the service as a problem; what went wrong inside is for the log alone. */
@Catch()
export class ProblemDetailsFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const status = sendProblem(exception, request, host.switchToHttp().getResponse<FastifyReply>());
    // The correlation id in the answer leads here.
    if (status >= 500) this.logger.error({ correlationId: request.id, error: describe(exception) });
  }
}

const describe = (exception: unknown): string =>
  exception instanceof Error ? (exception.stack ?? exception.message) : String(exception);
