// The built application without HTTP, in the test's own process, with a clock that the test moves.
import { mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';

const built = (file) => import(new URL(`../../dist/src/${file}`, import.meta.url).href);
const { AppModule } = await built('app/app.module.js');
const { DatabaseClock } = await built('common/database-clock.js');
const { Clock } = await built('common/clock.js');
const { Configuration } = await built('config/configuration.js');
const { createPino, PinoLogger } = await built('common/logger.js');
const { instantOf } = await built('domain/calendar/working-days.js');
const { JOBS } = await built('jobs/job.js');
const { JobsService } = await built('jobs/jobs.service.js');
const { MailService } = await built('delivery/mail/mail.service.js');

/** Of all processes on one database. */
export const AUDIT_KEY = 'the key of the audit log of the tests';

export class Application {
  static async start(databaseUrl, settings = {}) {
    const application = new Application();
    const DATA_DIR = path.join(os.tmpdir(), `jixiao-application-${process.pid}`);
    mkdirSync(DATA_DIR, { recursive: true });
    const configuration = Object.assign(new Configuration(), { DATA_DIR, AUDIT_KEY }, settings);
    const module = AppModule.with({ configuration, databaseUrl });
    const logger = new PinoLogger(createPino('fatal'));
    application.app = await NestFactory.createApplicationContext(module, { logger, abortOnError: false });
    application.timeZone = configuration.TIME_ZONE;
    return application;
  }

  /** From now on it is that local time, such as `2026-11-09T09:00`, or that instant. */
  at(time) {
    const instant = typeof time === 'string' ? instantOf(time, this.timeZone) : time;
    this.now = instant;
    this.app.get(Clock).now = () => instant;
    this.app.get(DatabaseClock).now = async () => instant;
    return this;
  }

  /** Uses another source of the shared time, such as a table that several processes read. */
  askingTime(now) {
    this.app.get(DatabaseClock).now = now;
    return this;
  }

  /** The clock of this process goes wrong by so much. */
  runningWrong(ms) {
    this.app.get(Clock).now = () => new Date(Date.now() + ms);
    return this;
  }

  /** Calls `watch` in place of every run, with the run as what it may do. */
  watchingRuns(watch) {
    for (const job of this.app.get(JOBS)) {
      const run = job.run.bind(job);
      job.run = (at) => watch(job.name, () => run(at));
    }
    return this;
  }

  get jobs() {
    return this.app.get(JobsService);
  }

  get mail() {
    return this.app.get(MailService);
  }

  stop() {
    return this.app.close();
  }
}
