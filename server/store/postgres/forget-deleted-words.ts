import { Client } from 'pg';
import { connectionSettings } from './create-pool.ts';

/**
 * Removes comments that are gone from the tables and from the index of their words, for
 * as long as it takes: the connection is its own and has no time limit.
 */
export async function forgetDeletedWords(url: string): Promise<void> {
  const client = new Client(connectionSettings(url));
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('vacuum (index_cleanup on) comment, comment_words');
  } finally {
    await client.end();
  }
}
