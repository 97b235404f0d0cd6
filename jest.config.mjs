import { readFileSync } from 'node:fs';

const { $schema: _, ...swcrc } = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));
const { jsc } = swcrc;
const swc = ['@swc/jest', { ...swcrc, swcrc: false }];
const component = {
  ...jsc,
  parser: { ...jsc.parser, tsx: true },
  transform: { ...jsc.transform, react: { runtime: 'automatic' } },
};
// CommonJS packages require() these ESM-only ones; Jest cannot require(esm) before Node 24.9, so they become CommonJS.
const esmOnly = '(content-disposition|cookie)';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/test', '<rootDir>/web/src'],
  testRegex: '\\.(spec|e2e-spec)\\.tsx?$',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '^@domain/(.*)\\.js$': '<rootDir>/src/domain/$1' },
  transform: {
    '^.+\\.ts$': swc,
    '^.+\\.tsx$': ['@swc/jest', { ...swcrc, jsc: component, swcrc: false }],
    [`/node_modules/${esmOnly}/.+\\.js$`]: swc,
  },
  transformIgnorePatterns: [`/node_modules/(?!${esmOnly}/)`],
  setupFiles: ['reflect-metadata'],
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  maxWorkers: 2,
  // Modules of a spec file are never wholly given back (node:vm): a worker that has grown begins anew.
  workerIdleMemoryLimit: '1GB',
  // A guard against tests that hang, not a measure of speed: the machine may be busy with other work.
  testTimeout: 300_000,
};
