import { setTimeout as pause } from 'node:timers/promises';
import type { CallHandler, ExecutionContext } from '@nestjs/common';
import { pino } from 'pino';
import { lastValueFrom, of, tap } from 'rxjs';
import { correlated } from './correlation.js';
import { CorrelationInterceptor } from './http/correlation.interceptor.js';
import { PinoLogger } from './logger.js';

type Line = Readonly<Record<string, unknown>>;

describe('lines of the log', () => {
  const lines: Line[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Line);
  const logger = new PinoLogger(pino({ base: null, timestamp: false }, { write }));
  beforeEach(() => lines.splice(0));

  it('of two runs at once name each their own, however deep', async () => {
    const run = (job: string) =>
      correlated({ job, slot: '2026-11-09T09:00' }, async () => {
        await pause(1);
        logger.warn('first', 'Deep');
        await Promise.all([pause(1)]);
        logger.warn({ second: job });
      });
    await Promise.all([run('rescoring'), run('backup')]);
    logger.warn('after both');
    expect(lines.slice(0, 4).map(({ job, slot }) => [job, slot])).toEqual(
      ['rescoring', 'backup', 'rescoring', 'backup'].map((job) => [job, '2026-11-09T09:00']),
    );
    expect(lines[4]).not.toHaveProperty('job');
  });

  it('of a request name it', async () => {
    const context = { switchToHttp: () => ({ getRequest: () => ({ id: 'abc' }) }) } as unknown as ExecutionContext;
    const next: CallHandler = {
      handle: () =>
        of(1).pipe(
          tap(() => {
            logger.warn('within');
          }),
        ),
    };
    await lastValueFrom(new CorrelationInterceptor().intercept(context, next));
    expect(lines).toEqual([expect.objectContaining({ msg: 'within', correlationId: 'abc' })]);
  });
});
