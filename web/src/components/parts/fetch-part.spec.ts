import { fetchPart } from './fetch-part.js';

describe('a part of the client', () => {
  beforeEach(() => {
    jest.spyOn(globalThis, 'setTimeout').mockImplementation(((go: () => void) => setImmediate(go)) as never);
  });
  afterEach(() => {
    jest.restoreAllMocks();
  });

  /** Fetches something that fails so many times before it is there. */
  async function fetched(failures: number): Promise<{ result: string; asked: number }> {
    let asked = 0;
    const load = () => (asked++ < failures ? Promise.reject(new Error('no network')) : Promise.resolve('part'));
    const result = await fetchPart(load).catch((error: unknown) => String(error));
    return { result, asked };
  }

  it.each([
    [0, 'part', 1],
    [1, 'part', 2],
    [2, 'part', 3],
    [3, 'Error: no network', 3],
  ])('that fails %i times: %s, asked for %i times', async (failures, result, asked) => {
    expect(await fetched(failures)).toEqual({ result, asked });
  });
});
