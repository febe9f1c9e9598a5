/** The other side of `queryPostgres`: asks the server, answers, and wakes whoever waits. */
import { workerData, type MessagePort } from 'node:worker_threads';
import { Client } from 'pg';
import type { Answer, Question } from './query-postgres.ts';

const { port, isAnswered } = workerData as { port: MessagePort; isAnswered: Int32Array };

/** The connection of the last question: the next one is mostly about the same database. */
let last: { url: string; client: Client } | undefined;

async function connect(url: string): Promise<Client> {
  if (last?.url === url) return last.client;
  await forget();
  const client = new Client({ connectionString: url });
  const connection = { url, client };
  // Tests cut connections: the next question then has a new one.
  const lost = () => {
    if (last === connection) last = undefined;
  };
  client.on('error', lost).on('end', lost);
  await client.connect();
  last = connection;
  return client;
}

async function forget(): Promise<void> {
  const forgotten = last?.client;
  last = undefined;
  await forgotten?.end().catch(() => {});
}

async function ask({ url, statements }: Question): Promise<Answer> {
  try {
    const client = await connect(url);
    let rows: unknown[] = [];
    for (const statement of statements) ({ rows } = await client.query(statement));
    return { rows };
  } catch (error) {
    await forget();
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}

port.on('message', (question: Question) => {
  void ask(question).then((answer) => {
    port.postMessage(answer);
    Atomics.store(isAnswered, 0, 1);
    Atomics.notify(isAnswered, 0);
  });
});
