/**
 * Loaded before the service: at the signal SIGUSR2 it prints how much memory is in use
 * that cannot be freed, in bytes. What the process has of the system says little: it is
 * given back late, or never.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

process.on('SIGUSR2', () => {
  collectGarbage();
  const { heapUsed, external } = process.memoryUsage();
  console.log(`In use: ${heapUsed + external}`);
});
