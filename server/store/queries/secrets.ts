import { randomBytes } from 'node:crypto';
import type { Connection } from '../connection.ts';
import type { Store } from '../store.ts';

/** Random keys of this installation, made on first use and the same for every process. */
export function createSecrets({ queries }: Connection): Pick<Store, 'readSecret'> {
  return {
    async readSecret(name) {
      await queries
        .insertInto('secret')
        .values({ name, value: randomBytes(32) })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const row = await queries
        .selectFrom('secret')
        .select('value')
        .where('name', '=', name)
        .executeTakeFirstOrThrow();
      return row.value;
    },
  };
}
