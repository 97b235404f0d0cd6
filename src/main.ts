import 'reflect-metadata';
import { startServer } from './app/server.js';
import { exitWithMessage } from './common/exit.js';
import { readConfiguration } from './config/configuration.js';

/** What this process and those that it starts write is nobody else's to read. */
process.umask(0o077);

async function main(): Promise<void> {
  await startServer(readConfiguration(process.env));
}

main().catch(exitWithMessage);
