// The service under `npm run dev` (dev.mjs): loads the packages first, then waits for the word to begin.
import http from 'node:http';

process.once('message', async ({ packages }) => {
  const loaded = loadAll(packages);
  process.once('message', async ({ start }) => {
    await loaded;
    tellWhenListening();
    await import(start);
  });
});
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

/** One after the other: a package that is asked for by import() and by require() at the same moment fails on Node 20. */
async function loadAll(packages) {
  for (const name of packages) await import(name).catch(() => undefined); // the service will say what is wrong with it
}

function tellWhenListening() {
  const { listen } = http.Server.prototype;
  http.Server.prototype.listen = function (...args) {
    this.once('listening', () => process.send('listening'));
    return listen.apply(this, args);
  };
}
