// An SMTP server that answers by a script: which reply to which command, or none at all.
import { createServer } from 'node:net';

const USUAL = {
  greeting: '220 test',
  EHLO: '250 test',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  '.': '250 taken',
  RSET: '250 ok',
  QUIT: '221 bye',
};

/** `script` gives other replies; 'hang' gives none, 'drop' ends the connection instead. */
export async function scriptedSmtp(script) {
  let replies = { ...USUAL, ...script };
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    let inData = false;
    let text = '';
    const reply = (command) => {
      const answer = replies[command];
      if (answer === 'drop') socket.destroy();
      else if (answer !== 'hang') socket.write(`${answer}\r\n`);
      if (command === 'DATA' && answer?.startsWith('354')) inData = true;
    };
    socket.setEncoding('latin1').on('data', (chunk) => {
      text += chunk;
      for (let end; (end = text.indexOf(inData ? '\r\n.\r\n' : '\r\n')) >= 0;) {
        const command = inData ? '.' : text.slice(0, end).split(/[ :]/)[0].toUpperCase();
        text = text.slice(end + (inData ? 5 : 2));
        inData = false;
        reply(command);
      }
    });
    reply('greeting');
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${server.address().port}`,
    /** From now on it answers so, on new connections: those there are end, as when a server is restarted. */
    become: (other) => {
      replies = { ...USUAL, ...other };
      for (const socket of sockets) socket.destroy();
    },
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}
