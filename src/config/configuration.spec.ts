import { readConfiguration } from './configuration.js';

const KEY = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';

describe('settings', () => {
  it.each([
    ['BACKUP_RECIPIENT', [KEY], ['age1xyz', `${KEY.slice(0, -1)}q`, 'AGE-SECRET-KEY-1']],
    [
      'ROBOT_ORIGINS',
      ['https://a.example.org, http://127.0.0.1:4000'],
      ['a.example.org', 'https://a.example.org/hook'],
    ],
    ['TRUSTED_PROXIES', ['10.0.0.1', '192.168.0.0/16, fd00::/8', 'loopback'], ['a proxy', '10.0.0.0/64', '10.0.0.1/']],
  ])('%s is looked at when the service starts', (name, fit, unfit) => {
    for (const text of fit) expect(readConfiguration({ [name]: text })).toMatchObject({ [name]: text });
    for (const text of unfit) expect(() => readConfiguration({ [name]: text })).toThrow(`  ${name}: `);
  });
});
