import { keyBytes } from '../key-bytes.ts';
import type { Connection } from '../connection.ts';
import type { Suspicions } from '../suspicions.ts';
import { waitingAround } from './comments-moved.ts';
import { countsMoved } from './moved-counts.ts';

/** How many responses are changed in one transaction: answers coming in wait no longer. */
const batchSize = 100;

/** Suspects responses that are stored already. */
export function createSuspicions(connection: Connection): Suspicions {
  const { queries, writeTogether } = connection;

  const findResponse = (siteId: number, key: string) =>
    queries
      .selectFrom('response_key')
      .innerJoin('response', 'response.id', 'response_key.response_id')
      .select('response.id')
      .where('response_key.site_id', '=', siteId)
      .where('response_key.key', '=', keyBytes(key))
      .where('response.left_out', '=', 0)
      .compile();

  return {
    async suspectStored(suspicions) {
      for (let start = 0; start < suspicions.length; start += batchSize) {
        const statements = [];
        const ids = [];
        const batch = suspicions.slice(start, start + batchSize);
        // The newest keys are in the index only for what is written together.
        const found = await writeTogether(
          batch.map(({ siteId, key }) => findResponse(siteId, key)),
        );
        for (const [place, { suspicion }] of batch.entries()) {
          const [response] = found[place] ?? [];
          if (!isNumbered(response)) continue;
          const { id } = response;
          ids.push(id);
          statements.push(
            ...countsMoved(connection, id, true),
            queries
              .updateTable('response')
              .set({ left_out: 1, suspicion })
              .where('id', '=', id)
              .where('left_out', '=', 0)
              .compile(),
          );
        }
        const { before, after } = waitingAround(connection, ids);
        if (ids.length > 0) await writeTogether([...before, ...statements, ...after]);
      }
    },
  };
}

const isNumbered = (row: unknown): row is { id: number } =>
  typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'number';
