import { createServer, type Server } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

const interval = 1_000;

/**
 * Waits until no other run of this suite is under way: a user can have only one Orca.
 * The lock is a socket without a file (Linux), so that it goes with its process.
 * @returns what gives the turn to the next
 */
export async function takeTurn(): Promise<() => Promise<void>> {
  const name = `\0gensvar-screen-reader-${process.getuid?.() ?? 'user'}`;
  for (let isFirstTry = true; ; isFirstTry = false) {
    const server = await listenAt(name);
    if (server) return () => new Promise((resolve) => server.close(() => resolve()));
    if (isFirstTry) console.log('Another run of these tests is under way: waiting until it ends.');
    await pause(interval);
  }
}

/** @returns undefined when the name is taken */
function listenAt(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(name, () => resolve(server));
  });
}
