import { createPino, PinoLogger } from './logger.js';

const PHONE = '13800000000';
const ADDRESS = 'zhang.shifan@example.org';

describe('the log', () => {
  const lines: string[] = [];
  const logger = new PinoLogger(createPino('info', { write: (line) => lines.push(line) }));
  const said = (message: unknown): string => {
    logger.log(message);
    return lines.at(-1) ?? '';
  };

  it('masks what is personal, by its key and within what a library says', () => {
    expect(said({ contact: { email: ADDRESS, responsiblePhone: '0571-88880001' } })).toContain(
      '"email":"z***@example.org","responsiblePhone":"057****0001"',
    );
    const prose = said(`invalid input syntax for type uuid: "${PHONE}", <${ADDRESS}>`);
    expect(prose).toContain('138****0000');
    expect(prose).toContain('z***@example.org');
    logger.error('it broke', `Error: no mailbox ${ADDRESS}\n at send`, 'mail');
    expect(lines.filter((line) => line.includes(PHONE) || line.includes(ADDRESS))).toEqual([]);
  });

  it('leaves alone what only looks like it', () => {
    const path = 'file:///opt/node_modules/@nestjs/core/index.js:13';
    const amounts = '113800000000 1380000000.00 13800000000.5 0190a000-0000-7000-8000-13800000000a';
    for (const text of [path, amounts]) expect(said(text)).toContain(text);
  });
});
