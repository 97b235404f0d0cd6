// jest-light-runner 0.8.2 tells every process its settings as soon as the first one asks, and tells nobody twice: one that has
// not begun to listen waits for ever, and with it the whole run. Here the settings are kept for whoever listens later.
const SETTINGS = 'jest-light-runner-worker-data';
let settings;

function keep(message) {
  if (message?.type === SETTINGS) settings = message;
}

process.on('newListener', (event, listener) => {
  if (event !== 'message' || listener === keep) return;
  if (settings) process.nextTick(listener, settings);
  // Not before somebody listens: what comes earlier is kept by Node for the first listener, and would be taken from it.
  else if (!process.listeners('message').includes(keep)) process.on('message', keep);
});
