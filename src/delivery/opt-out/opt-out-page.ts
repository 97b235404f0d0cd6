import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { fromProjectRoot } from '../../common/project-root.js';
import type { Contact } from '../../organisation/contact.entity.js';

const page = Handlebars.compile<object>(readFileSync(fromProjectRoot('templates/opt-out.html.hbs'), 'utf8'), {
  strict: true,
});

/** A page for people who have no account: a question, or what has been done, each with its button. */
export function optOutPage(state: 'ask' | 'left' | 'back', token: string, { language }: Contact): string {
  return page({ token, zh: language === 'zh', language, left: state === 'left', back: state === 'back' });
}
