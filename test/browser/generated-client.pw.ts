// The types of the web client's requests are generated from the description of the HTTP interface.
import { readFileSync } from 'node:fs';
import { API_TYPES, apiTypes } from '../support/api-types.mjs';
import { expect, test } from './support/test.js';

test('the client is generated from the interface as it is (else: npm run api-client)', async ({ service }) => {
  const isUpToDate = readFileSync(API_TYPES, 'utf8') === (await apiTypes(service));
  expect(isUpToDate, `${API_TYPES} is out of date`).toBe(true);
});
