import type { LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger as Pino, pino } from 'pino';
import { correlation } from './correlation.js';
import { masked, maskedText } from './personal-data.js';

/** One JSON line per event, on standard error: standard output belongs to what a command prints. Nothing personal in it. */
export function createPino(level: string, destination: DestinationStream = pino.destination(2)): Pino {
  const { isoTime: timestamp } = pino.stdTimeFunctions;
  const withoutPeople = { formatters: { log: masked<Record<string, unknown>> }, hooks: { streamWrite: maskedText } };
  return pino({ level, base: null, timestamp, ...withoutPeople }, destination);
}

// Nest tells of every module and route at start: 150 lines that nobody reads unless something is wrong.
const START_UP = ['NestFactory', 'InstanceLoader', 'RoutesResolver', 'RouterExplorer', 'NestApplication'];

/** Lets Nest log through the same writer as the requests. */
export class PinoLogger implements LoggerService {
  constructor(private readonly pino: Pino) {}

  log(message: unknown, context?: string): void {
    this.write(context && START_UP.includes(context) ? 'debug' : 'info', message, context);
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
    const ids = correlation();
    if (typeof message === 'object' && message !== null) this.pino[level]({ context, ...ids, ...message });
    else this.pino[level]({ context, ...ids, stack }, String(message));
  }
}
