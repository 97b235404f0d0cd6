import { IsUUID } from 'class-validator';
import type { DomainError } from '../../domain/domain-error.js';
import { validationPipe } from './validation.js';
import { IsListOf } from './validators.js';

const SOME = '0197a4c2-0000-7000-8000-000000000001';

class Row {
  @IsUUID() id!: string;
}
class Rows {
  @IsListOf(() => Row, { least: 1, most: 2 }) rows!: Row[];
}

/** The pointers of what is wrong; none where the body is read. */
async function wrongIn(rows: unknown): Promise<string[]> {
  const read = validationPipe().transform({ rows }, { type: 'body', metatype: Rows }) as Promise<unknown>;
  return read.then(
    () => [],
    (error: unknown) => (error as DomainError).problems.map(({ code, pointer }) => `${code} ${pointer}`),
  );
}

it.each<[string, unknown, string[]]>([
  ['each object is checked', [{ id: SOME }, { id: 'x' }], ['isUuid /rows/1/id']],
  ['a list is no object', [[]], ['isObject /rows']],
  ['nor is a list of what would fit', [[{ id: SOME }]], ['isObject /rows']],
  ['nor is text', ['x'], ['isObject /rows']],
  ['what is no list', { id: SOME }, ['isArray /rows']],
  ['too few', [], ['arrayMinSize /rows']],
  ['too many', [{ id: SOME }, { id: SOME }, { id: SOME }], ['arrayMaxSize /rows']],
  ['as it should be', [{ id: SOME }], []],
])('%s', async (_, rows, wrong) => {
  expect(await wrongIn(rows)).toEqual(wrong);
});
