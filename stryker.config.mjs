// Mutation tests of the scoring core: `npm run test:mutation`. Every mutant of src/domain runs against the specs that
// need no database; the report says which change of a rule no test would have noticed.
import { readFileSync } from 'node:fs';

const { $schema: _, ...swcrc } = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));

/** @type {import('@stryker-mutator/core').PartialStrykerOptions} */
export default {
  mutate: ['src/domain/**/*.ts', '!src/domain/**/*.spec.ts'],
  testRunner: 'jest',
  testRunnerNodeArgs: ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'],
  jest: {
    enableFindRelatedTests: false,
    // Over jest.config.mjs: Stryker reaches into Jest's own runner, and none of these specs needs a database.
    config: {
      runner: 'jest-runner',
      transform: { '^.+\\.ts$': ['@swc/jest', { ...swcrc, swcrc: false }] },
      extensionsToTreatAsEsm: ['.ts'],
      moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
      setupFilesAfterEnv: [],
      globalSetup: null,
      globalTeardown: null,
      testRegex: '/test/mutation/domain-specs\\.ts$',
      maxWorkers: 1,
    },
  },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  disableTypeChecks: false,
  tempDirName: '.stryker-tmp',
  reporters: ['clear-text', 'json', 'progress-append-only'],
  jsonReporter: { fileName: 'coverage/mutation.json' },
  clearTextReporter: { logTests: false, allowColor: false, allowEmojis: false },
};
