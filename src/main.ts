import 'reflect-metadata';
import { exitWithMessage } from './common/exit.js';
import { readConfiguration } from './config/configuration.js';
import { startServer } from './app/server.js';
import { startWorker } from './app/worker.js';

async function main(): Promise<void> {
  const configuration = readConfiguration(process.env);
  await (configuration.ROLE === 'worker' ? startWorker(configuration) : startServer(configuration));
}

main().catch(exitWithMessage);
