import 'reflect-metadata';
import { startServer } from './app/server.js';
import { exitWithMessage } from './common/exit.js';
import { readConfiguration } from './config/configuration.js';

async function main(): Promise<void> {
  await startServer(readConfiguration(process.env));
}

main().catch(exitWithMessage);
