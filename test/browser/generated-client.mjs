// The types of the web client's requests are generated from the description of the HTTP interface.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { API_TYPES, apiTypes } from '../support/api-types.mjs';

export async function generatedClient(test) {
  await test.check('the client is generated from the interface as it is (else: npm run api-client)', async () => {
    assert.ok(readFileSync(API_TYPES, 'utf8') === (await apiTypes(test.service)), `${API_TYPES} is out of date`);
  });
}
