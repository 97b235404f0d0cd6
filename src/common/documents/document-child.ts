import { DomainError } from '../../domain/domain-error.js';
import type { Answer, Question } from './document-answer.js';

/** The side of `DocumentProcess` that reads: does what it is asked, one after the other, and ends with whoever started it. */
process.on('disconnect', () => process.exit());
process.on('message', (question: Question) => void answered(question).then((answer) => process.send?.(answer)));

async function answered({ module, task }: Question): Promise<Answer> {
  const outcome = await outcomeOf(async () => {
    const { default: read } = (await import(module)) as { default: (task: object) => unknown };
    return read(task);
  });
  return { ...outcome, memory: process.memoryUsage.rss() };
}

async function outcomeOf(work: () => Promise<unknown>) {
  try {
    return { result: await work() };
  } catch (error) {
    if (!(error instanceof DomainError)) return { fault: (error as Error).stack ?? String(error) };
    const { kind, code, messages, problems } = error;
    return { refusal: { kind, code, messages, problems } };
  }
}
