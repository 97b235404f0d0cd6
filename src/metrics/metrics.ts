import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { ConditionService } from '../condition/condition.service.js';
import { InstallationFigures } from './installation-figures.js';

/** Prometheus waits ten seconds: a database that hangs is told before. */
const ANSWER_LIMIT_MS = 4_000;

/** From a page that nobody notices to a report of the whole province. */
const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What Prometheus scrapes: this process, its requests, and the installation as the database has it at that moment. */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private readonly requests = new Histogram({
    name: 'jixiao_http_request_seconds',
    help: 'Requests by method, route and status.',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [this.registry],
  });
  private readonly databaseUp = this.gauge('jixiao_database_up', 'Whether the database answers.');
  private readonly jobs = this.gauge('jixiao_job_last_run', 'The last run of each job, by its state.', [
    'job',
    'state',
  ]);
  private readonly jobDone = this.gauge('jixiao_job_last_done_timestamp_seconds', 'When each job was last done.', [
    'job',
  ]);
  private readonly mails = this.gauge('jixiao_mails', 'Mails of the last 30 days by state.', ['state']);
  private readonly queueAge = this.gauge('jixiao_mail_queue_age_seconds', 'How long the oldest mail has been due.');
  private readonly scoresAge = this.gauge('jixiao_scores_age_seconds', 'How long ago a score was last computed.');
  private readonly backupAge = this.gauge('jixiao_backup_age_seconds', 'Age of the newest backup in BACKUP_DIR.');
  private readonly troubles = this.gauge(
    'jixiao_trouble',
    'What is wrong with the installation, as jixiao doctor has it.',
    ['code', 'severity'],
  );

  constructor(
    private readonly figures: InstallationFigures,
    private readonly condition: ConditionService,
  ) {
    collectDefaultMetrics({ register: this.registry });
  }

  get contentType(): string {
    return this.registry.contentType;
  }

  observeRequest(method: string, route: string, status: number, seconds: number): void {
    this.requests.observe({ method, route, status }, seconds);
  }

  /** The page of figures. Without the database it still tells of the process, and that the database does not answer. */
  async page(): Promise<string> {
    for (const gauge of [
      this.jobs,
      this.jobDone,
      this.mails,
      this.queueAge,
      this.scoresAge,
      this.backupAge,
      this.troubles,
    ]) {
      gauge.reset();
    }
    const gathered = await Promise.race([this.gather(), sleep(ANSWER_LIMIT_MS, null, { ref: false })]).catch(
      () => null,
    );
    this.databaseUp.set(gathered ? 1 : 0);
    if (gathered) this.show(gathered);
    return this.registry.metrics();
  }

  private async gather() {
    return { figures: await this.figures.now(), troubles: await this.condition.troubles() };
  }

  private show({ figures, troubles }: Awaited<ReturnType<Metrics['gather']>>): void {
    const { jobs, mails, queueAge, scoresAge, backupAge } = figures;
    for (const { job, state, doneAt } of jobs) {
      this.jobs.set({ job, state }, 1);
      if (doneAt) this.jobDone.set({ job }, doneAt.getTime() / 1000);
    }
    for (const { state, count } of mails) this.mails.set({ state }, count);
    this.queueAge.set(queueAge);
    if (scoresAge !== null) this.scoresAge.set(scoresAge);
    else this.scoresAge.remove();
    if (backupAge !== null) this.backupAge.set(backupAge);
    else this.backupAge.remove();
    for (const { code, severity } of troubles) this.troubles.inc({ code, severity });
  }

  private gauge(name: string, help: string, labelNames: string[] = []): Gauge {
    return new Gauge({ name, help, labelNames, registers: [this.registry] });
  }
}
