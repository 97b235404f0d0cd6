import Bowser from 'bowser';

/** A browser as people call it, such as `Chrome 142 · Windows`; null: it does not say, or it is none. */
export function browserName(agent: string | null): string | null {
  if (agent === null || agent === '') return null;
  const browser = Bowser.getParser(agent);
  const version = browser.getBrowserVersion()?.split('.')[0];
  const name = [browser.getBrowserName(), version].filter(Boolean).join(' ');
  return [name, browser.getOSName()].filter(Boolean).join(' · ') || null;
}
