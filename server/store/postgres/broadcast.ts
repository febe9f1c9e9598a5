import { Client } from 'pg';
import type { Broadcast } from '../broadcast.ts';
import { connectionSettings } from './create-pool.ts';

/** The name under which instances hear each other. */
const channel = 'gensvar';

/** How long to wait before a lost connection is made anew, in milliseconds. */
const pause = 1000;

export interface PostgresBroadcast extends Broadcast {
  close: () => Promise<void>;
}

/**
 * Broadcasts by LISTEN and NOTIFY, on a connection of its own from when somebody listens.
 * A connection that is lost is made anew; what was sent meanwhile is not heard.
 */
export function createBroadcast(url: string): PostgresBroadcast {
  let connected: Client | undefined;
  let hear: ((message: string) => void) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;

  async function connect(): Promise<void> {
    const client = new Client(connectionSettings(url));
    let isLost = false;
    const lose = () => {
      if (isLost) return;
      isLost = true;
      if (connected === client) connected = undefined;
      client.end().catch(() => {});
      if (!isClosed) timer = setTimeout(() => void connect(), pause).unref();
    };
    client.on('error', lose).on('end', lose);
    try {
      await client.connect();
      connected = client;
      const { rows } = await client.query<{ own: number }>('select pg_backend_pid() as own');
      client.on('notification', ({ processId, payload }) => {
        if (processId !== rows[0]?.own && payload !== undefined) hear?.(payload);
      });
      await client.query(`listen ${channel}`);
      if (isClosed) await client.end();
    } catch {
      lose();
    }
  }

  return {
    send(messages) {
      connected
        ?.query(`select pg_notify('${channel}', message) from unnest($1::text[]) as message`, [
          messages,
        ])
        // The connection tells of its loss itself.
        .catch(() => {});
    },
    async listen(onMessage) {
      hear = onMessage;
      await connect();
    },
    async close() {
      isClosed = true;
      clearTimeout(timer);
      await connected?.end();
    },
  };
}
