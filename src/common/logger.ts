import type { LoggerService } from '@nestjs/common';
import { type Logger as Pino, pino } from 'pino';

/** One JSON line per event, on standard error: standard output belongs to what a command prints. */
export function createPino(level: string): Pino {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));
}

/** Lets Nest log through the same writer as the requests. */
export class PinoLogger implements LoggerService {
  constructor(private readonly pino: Pino) {}

  log(message: unknown, context?: string): void {
    this.write('info', message, context);
  }
  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }
  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }
  verbose(message: unknown, context?: string): void {
    this.write('trace', message, context);
  }
  error(message: unknown, ...rest: unknown[]): void {
    const [stack, context] = rest.length > 1 ? rest : [undefined, rest[0]];
    this.write('error', message, typeof context === 'string' ? context : undefined, stack);
  }

  private write(
    level: 'info' | 'warn' | 'debug' | 'trace' | 'error',
    message: unknown,
    context?: string,
    stack?: unknown,
  ): void {
    if (typeof message === 'object' && message !== null) this.pino[level]({ context, ...message });
    else this.pino[level]({ context, stack }, String(message));
  }
}
