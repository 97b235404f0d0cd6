import { setImmediate as turn } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { QueueWorker } from './queue-worker.js';

describe('a worker at a queue', () => {
  it('works in as many lanes as it was told, goes on after a fault, and stops when the work in hand is done', async () => {
    const logged = jest.spyOn(Logger.prototype, 'error').mockImplementation();
    const ends: (() => void)[] = [];
    const waiting = ['a', 'b', 'c'];
    const taken: string[] = [];
    const worker = new QueueWorker(
      'test',
      async () => {
        const next = waiting.shift();
        if (next === undefined) return false;
        taken.push(next);
        await new Promise<void>((resolve) => ends.push(resolve));
        if (next === 'a') throw new Error('unforeseen');
        return true;
      },
      2,
    );
    worker.start();
    worker.start();
    await turn();
    expect(taken).toEqual(['a', 'b']);
    ends.splice(0).forEach((end) => {
      end();
    });
    await turn();
    expect(taken).toEqual(['a', 'b', 'c']);
    expect(logged).toHaveBeenCalledTimes(1);
    let hasStopped = false;
    const stopped = worker.stop().then(() => {
      hasStopped = true;
    });
    expect(worker.signal.aborted).toBe(true);
    await turn();
    expect(hasStopped).toBe(false);
    ends.forEach((end) => {
      end();
    });
    await stopped;
  });
});
