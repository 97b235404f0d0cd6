export { offerDatabase as default } from './database-server.mjs';
