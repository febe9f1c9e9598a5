import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

/** What is asked of the other thread. */
export interface Question {
  url: string;
  statements: string[];
}

/** What it answers: the rows of the last statement, or why there are none. */
export type Answer = { rows: unknown[] } | { fault: string };

interface Reader {
  ask: (question: Question) => Answer;
}

/** Started by the first question of a test process, and ended with it. */
let reader: Reader | undefined;

/**
 * Runs statements on a connection of their own and waits for the rows of the last one, as
 * reading a file would: tests look into the database in the midst of a line.
 * @throws Error with what the server says
 */
export function queryPostgres(url: string, ...statements: string[]): unknown[] {
  reader ??= startReader();
  const answer = reader.ask({ url, statements });
  if ('fault' in answer) throw new Error(answer.fault);
  return answer.rows;
}

/** Another thread asks the server, while this one sleeps. */
function startReader(): Reader {
  const { port1, port2 } = new MessageChannel();
  const isAnswered = new Int32Array(new SharedArrayBuffer(4));
  const worker = new Worker(new URL('./query-postgres-thread.ts', import.meta.url), {
    workerData: { port: port2, isAnswered },
    transferList: [port2],
    // What is loaded before each test file has no business there.
    execArgv: [],
  });
  worker.unref();
  return {
    ask(question) {
      Atomics.store(isAnswered, 0, 0);
      port1.postMessage(question);
      Atomics.wait(isAnswered, 0, 0);
      const received: unknown = receiveMessageOnPort(port1)?.message;
      return received as Answer;
    },
  };
}
