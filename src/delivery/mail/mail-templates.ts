import { readFileSync } from 'node:fs';
import Handlebars from 'handlebars';
import { shortened } from '../../common/shortened.js';
import { fromProjectRoot } from '../../common/project-root.js';
import { monthName } from '../../domain/calendar/month-name.js';
import type { Language } from '../../domain/domain-error.js';
import type { MailMessage } from './mail-message.js';

type Template = (context: object) => string;

const html = Handlebars.create();
for (const part of ['layout', 'lines'])
  html.registerPartial(part, readFileSync(fromProjectRoot('templates/mail', `${part}.html.hbs`), 'utf8'));
const text = Handlebars.create();
// Names are long; what a subject says stands behind them.
text.registerHelper('short', (name: unknown) => shortened(String(name)));
// Codes are for machines: 2026年10月, October 2026.
for (const engine of [html, text]) {
  for (const language of ['zh', 'en'] as const)
    engine.registerHelper(`month-${language}`, (month: unknown) => monthName(String(month))[language]);
}

function template(engine: typeof Handlebars, file: string): Template {
  const source = readFileSync(fromProjectRoot('templates/mail', file), 'utf8');
  return engine.compile(source, { strict: true, noEscape: engine === text });
}

/** The templates of a kind of mail, such as `entries-owed`, in both languages: subject, text and HTML. */
export function mailTemplates(kind: string): (language: Language, context: object) => MailMessage {
  const load = (language: Language) => ({
    subject: template(text, `${kind}.${language}.subject.hbs`),
    text: template(text, `${kind}.${language}.txt.hbs`),
    html: template(html, `${kind}.${language}.html.hbs`),
  });
  const templates = { zh: load('zh'), en: load('en') };
  return (language, context) => {
    const { subject, text: plain, html: rich } = templates[language];
    // A line break in a name must not become a header of its own.
    return { subject: subject(context).replace(/\s+/g, ' ').trim(), text: plain(context), html: rich(context) };
  };
}
