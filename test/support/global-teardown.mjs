export { stopDatabase as default } from './database-server.mjs';
