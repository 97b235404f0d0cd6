// A mail server in a process of its own, so that its memory is not the service's. Prints its address, and then, for every line
// that it is sent, how many mails it has taken, and how many more than once.
import process from 'node:process';
import { createInterface } from 'node:readline';
import { SmtpSink } from '../test/support/smtp-sink.mjs';

const sink = await SmtpSink.start();
console.log(sink.url);
for await (const _ of createInterface(process.stdin)) console.log(`${sink.taken.size} ${sink.count - sink.taken.size}`);
await sink.stop();
