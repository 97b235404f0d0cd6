import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** How many requirements of levels 1 and 2 each section of OWASP ASVS 5.0 has: numbered without a gap. */
const SECTIONS: Readonly<Record<string, number>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2, '2.1': 3, '2.2': 3, '2.3': 4, '2.4': 1 },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2, '4.1': 3, '4.2': 1, '4.3': 2, '4.4': 4 },
  ...{ '5.1': 1, '5.2': 3, '5.3': 2, '5.4': 3, '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2, '8.1': 2, '8.2': 3, '8.3': 1, '8.4': 1 },
  ...{ '9.1': 3, '9.2': 4, '10.1': 2, '10.2': 2, '10.3': 4, '10.4': 11, '10.5': 5, '10.6': 2, '10.7': 3 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': 1, '11.6': 1, '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': 1, '13.2': 5, '13.3': 2, '13.4': 5, '14.1': 2, '14.2': 4, '14.3': 3, '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': 1, '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3, '17.1': 1, '17.2': 4, '17.3': 2 },
};
const TEST = /^[\w-]+\.(e2e-spec|spec|pw|fuzz-spec|document-spec|mjs)$/;
const PLACE = /^(src|test|web|docs|scripts|\.ci)\/[\w./-]+$/;

const text = readFileSync('docs/security.md', 'utf8');
const rows = [...text.matchAll(/^\| (\d[\d.–]*) +\| (.*?) +\| (.*?) +\| (.*?) +\|$/gm)].map(
  ([, numbers = '', asks = '', how = '', test = '']) => ({ numbers: spelled(numbers), asks, how, test }),
);

/** `10.4.1–10.4.3` is three of them. */
function spelled(range: string): string[] {
  const [first = '', last = first] = range.split('–');
  const section = first.replace(/\.\d+$/, '');
  const [from, to] = [first, last].map((number) => Number(number.split('.').at(-1)));
  return Array.from({ length: to! - from! + 1 }, (_, index) => `${section}.${from! + index}`);
}

describe('docs/security.md', () => {
  it('has every requirement of levels 1 and 2, each once', () => {
    const all = Object.entries(SECTIONS).flatMap(([section, count]) => spelled(`${section}.1–${section}.${count}`));
    expect(all).toHaveLength(253);
    expect(rows.flatMap(({ numbers }) => numbers)).toEqual(all);
  });

  it('names tests and files that there are', () => {
    const files = ['src', 'test', 'web/src'].flatMap((folder) =>
      (readdirSync(folder, { recursive: true }) as string[]).map((name) => name.replace(/^.*\//, '')),
    );
    const named = [...text.matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name);
    const tests = named.filter((name) => TEST.test(name));
    const places = named.filter((name) => PLACE.test(name));
    expect([tests.length, places.length].every((count) => count > 20)).toBe(true);
    expect(tests.filter((name) => ![name, `${name}.ts`, `${name}.tsx`].some((one) => files.includes(one)))).toEqual([]);
    expect(places.filter((name) => !existsSync(name))).toEqual([]);
  });

  it('says of each row what shows it, or that nothing does', () => {
    for (const { numbers, how, test } of rows) {
      expect([numbers, how !== '' && test !== '']).toEqual([numbers, true]);
      if (test !== '–') expect([numbers, test]).toEqual([numbers, expect.stringMatching(/`|not tested/)]);
    }
  });

  it('counts what is open, and what is so on purpose', () => {
    const numbersOf = (isOne: (row: (typeof rows)[number]) => boolean): number =>
      rows.filter(isOne).reduce((sum, { numbers }) => sum + numbers.length, 0);
    const isOpen = ({ how }: (typeof rows)[number]): boolean => /\bopen:/.test(how);
    const open = numbersOf(isOpen);
    const onPurpose = numbersOf((row) => row.how.includes('on purpose:') && !isOpen(row));
    const absent = numbersOf(({ how }) => how.startsWith('n/a'));
    const untested = numbersOf(({ test }) => test === 'not tested');
    const counts = `Of 253 requirements ${absent} do not apply, ${open} are open, whole or in part, ${onPurpose} left on purpose, and ${untested} have no test of ours`;
    expect(/Of \d+ requirements .* have no test of ours/.exec(text)?.[0]).toBe(counts);
  });
});
