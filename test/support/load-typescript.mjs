// node --import of this file lets Node, its threads and the processes that it starts load TypeScript as it stands.
import { register } from 'node:module';

register('./typescript.mjs', import.meta.url);
