// A test or hook that hangs fails after ten minutes, by its name; not a measure of speed: the machine may be busy with other work.
import { addEventHandler } from 'jest-circus';

const LIMIT_MS = 600_000;
const { setTimeout, clearTimeout } = globalThis; // tests may set clocks of their own

addEventHandler(({ name }, { currentDescribeBlock: { tests, hooks } }) => {
  const added = { add_test: tests, add_hook: hooks }[name]?.at(-1);
  const work = added?.fn;
  if (work) added.fn = () => withLimit(Promise.resolve().then(work));
});

async function withLimit(work) {
  let timer;
  const hangs = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`hangs: not done after ${LIMIT_MS / 1000} s`)), LIMIT_MS);
  });
  try {
    await Promise.race([work, hangs]);
  } finally {
    clearTimeout(timer);
  }
}
