import { Client } from 'pg';
import { connectionSettings } from './create-pool.ts';

/** Names these locks among all of the database: "writ" in ASCII. */
const writerLocks = 2_003_990_900;

/** How many instances can have count rows of their own; writer 0 is for commands. */
const mostWriters = 64;

/** Tells under which number this instance counts. */
export interface WriterNumber {
  read: () => Promise<number>;
  close: () => Promise<void>;
}

/**
 * Takes, on first use, a number that no other instance has, so that no two wait for each
 * other's count rows. It is held as a lock of a connection of its own: when that is lost,
 * another instance may take it. Two that share a number count right, only slower.
 */
export function createWriterNumber(url: string): WriterNumber {
  let held: Promise<{ client: Client; number: number }> | undefined;

  async function take() {
    const client = new Client(connectionSettings(url));
    const forget = () => {
      held = undefined;
    };
    client.on('error', forget).on('end', forget);
    await client.connect();
    const { rows } = await client.query<{ number: number }>(
      `select number from generate_series(1, ${mostWriters}) as number
       where pg_try_advisory_lock($1, number) limit 1`,
      [writerLocks],
    );
    return { client, number: rows[0]?.number ?? mostWriters };
  }

  return {
    async read() {
      held ??= take();
      try {
        return (await held).number;
      } catch (error) {
        held = undefined;
        throw error;
      }
    },
    async close() {
      const taken = await held?.catch(() => undefined);
      await taken?.client.end();
    },
  };
}
