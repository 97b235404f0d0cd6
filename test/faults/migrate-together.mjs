// Test 17: three replicas start on an empty database at once: one migrates, all start.
import { FaultDatabase } from '../support/fault-database.mjs';
import { freePort, ServerProcess } from '../support/server-process.mjs';

const REPLICAS = 3;

export async function migrateTogether() {
  const database = await FaultDatabase.start();
  const settings = { DATABASE_URL: database.url };
  const ports = await Promise.all(Array.from({ length: REPLICAS }, () => freePort()));
  const replicas = ports.map((port) => new ServerProcess(database.folder, port, settings));
  try {
    await Promise.all(replicas.map((replica) => replica.ready()));
    const twice = await database.value('SELECT count(*) - count(DISTINCT name) FROM migrations');
    const administrators = await database.value(
      "SELECT count(*)::int FROM app_user WHERE role LIKE '%administrator' OR role = 'auditor'",
    );
    const alive = replicas.filter(({ lives }) => lives).length;
    console.log(`replicas ready: ${alive} of ${REPLICAS}, migrations applied twice: ${twice}`);
    return alive === REPLICAS && twice === '0' && administrators === 3;
  } finally {
    await Promise.all(replicas.filter(({ lives }) => lives).map((replica) => replica.kill()));
    await database.stop();
  }
}
