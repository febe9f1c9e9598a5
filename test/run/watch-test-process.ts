/**
 * Loaded before each test file. A file that leaves a server, a timer or a browser open
 * would keep its process, and the whole run, alive for ever: it fails instead. (Node's
 * own `--test-force-exit` loses results that are still on their way.) An error outside
 * the tests, such as one while the file loads, is told with its stack.
 */
import { after } from 'node:test';

/** How long a file may take to close what it has open, in milliseconds. */
const grace = 5_000;

process.on('uncaughtExceptionMonitor', (error) => {
  console.error(error);
});

after(() => {
  setTimeout(() => {
    const open = process.getActiveResourcesInfo().join(', ');
    console.error(`The tests have ended, but something is still open: ${open}.`);
    process.exit(1);
  }, grace).unref();
});
