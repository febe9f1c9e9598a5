import type { PoolClient, QueryResultRow } from 'pg';

/**
 * A statement of a whole batch: its rows travel as one JSON parameter, which costs the
 * service the least, and come in the order of their keys, so that two instances which
 * write the same rows wait for each other instead of locking each other out.
 */
export interface BatchStatement<Input, Output> {
  name: string;
  text: string;
  /** Only for the types: what goes in and what comes out. */
  types?: { input: Input; output: Output };
}

/** Runs a statement; the connection prepares it when it meets it first. */
export async function runBatch<Input, Output>(
  client: PoolClient,
  { name, text }: BatchStatement<Input, Output>,
  input: Input[],
  ...more: (number | string)[]
): Promise<Output[]> {
  const values = [JSON.stringify(input), ...more];
  const { rows } = await client.query<Output & QueryResultRow>({ name, text, values });
  return rows;
}
