// Every fault by name: its file, what it exports, and its counts, if it has any. Numbered as in the table of promises, if
// they stand there.

/** Counts in CI, and in full. */
const counts = (inCi, inFull) => ({ inCi, inFull });

export const FAULTS = {
  '0 a second server on the same folder': ['second-server', 'secondServer'],
  '1 kill -9 after SMTP 250': ['kill-after-accept', 'killAfterAccept', counts(5, 200)],
  '1 kill -9 while all connections send': ['kill-after-accept', 'killWhileSending', counts(2, 10)],
  '2 kill -9 during writes and mails': ['kill-during-writes', 'killDuringWrites', counts(10, 500)],
  '3 the same ticks in three replicas': ['shared-ticks', 'sameTicks', counts(60, 1000)],
  '4 downtime': ['downtime', 'downtime'],
  '5 runs longer than their period': ['shared-ticks', 'longRuns', counts(12, 100)],
  '6 clocks that are wrong': ['shared-ticks', 'wrongClocks', counts(10, 365)],
  '7 ten simulated years': ['simulated-years', 'simulatedYears'],
  '8 the official calendar': ['official-calendar', 'officialCalendar'],
  '9 a mail server that fails': ['smtp-faults', 'serverFaults'],
  '9 one of three recipients refused': ['smtp-faults', 'oneRefused'],
  '9 a relay that is down for six hours': ['smtp-faults', 'relayDown', counts(50, 5000)],
  '23 long outages, for each person': ['downtime', 'longDowntime', counts(1, 10)],
  '22 a mail server that is mended': ['smtp-faults', 'relayMended', counts(4, 100)],
  '10 contacts that change while mails wait': ['smtp-faults', 'contactChanged', counts(40, 1000)],
  '11 faults of the database': ['database-faults', 'databaseFaults', counts(6, 60)],
  '12 disk full, and an upload without end': ['disk-full', 'diskFull'],
  '12 jixiao report onto a full disk': ['report-to-full-disk', 'reportToFullDisk'],
  '13 fifty editors of one entry': ['racing-editors', 'racingEditors', counts(500, 10_000)],
  '14 approval against recall against edit': ['racing-transitions', 'racingTransitions', counts(200, 10_000)],
  '15 one POST twenty times': ['repeated-posts', 'repeatedPosts', counts(20, 400)],
  '17 three replicas that migrate at once': ['migrate-together', 'migrateTogether'],
  '18 backup, wipe, restore, verify': ['backup-and-restore', 'backUpWipeRestore'],
  '18 backups under load': ['backup-and-restore', 'backUpUnderLoad', counts(1, 20)],
  '18 what cannot be restored': ['backup-and-restore', 'refusedRestores'],
  '18 doctor and ten faults': ['doctor', 'doctor'],
  '19 an audit line that was altered': ['altered-audit-log', 'alteredAuditLog'],
  '20 SIGTERM under load': ['stop-under-load', 'stopUnderLoad', counts(2, 20)],
  '24 first starts that are killed': ['kill-first-start', 'killFirstStart', counts(2, 50)],
  '24 starts that are refused': ['refused-starts', 'refusedStarts', counts(60, 5)],
  '20 SIGTERM to npm start': ['stop-npm', 'stopNpm'],
  '21 kill -9 of the embedded database': ['kill-database', 'killDatabase', counts(5, 100)],
  '21 a database that is gone': ['kill-database', 'databaseGone'],
  'metrics and every query': ['prometheus-queries', 'prometheusQueries'],
  'zip bombs': ['zip-bombs', 'zipBombs'],
};
