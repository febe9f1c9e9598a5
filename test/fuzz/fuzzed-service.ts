import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { startGensvar, type GensvarProcess } from '../support/gensvar-process.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import type { FuzzedAnswer } from './judge-answer.ts';
import type { FuzzedRequest } from './wire-bodies.ts';

/** The service in a process of its own, to be sent anything. */
export interface FuzzedService {
  url: string;
  /** The statuses with which the API document says that an answer is answered. */
  documented: ReadonlySet<number>;
  send: (request: FuzzedRequest) => Promise<FuzzedAnswer>;
  /** The memory of the process that is in use and cannot be freed, in MB. */
  memory: () => Promise<number>;
  /** What it has written to the standard error stream. */
  errors: () => string;
  /** @throws when it does not live, is not ready, or does not take in a good answer */
  assertWell: () => Promise<void>;
  stop: () => Promise<void>;
}

export async function startFuzzedService(): Promise<FuzzedService> {
  const folder = await createTemporaryFolder();
  const child: GensvarProcess = startGensvar(['serve', '--demo'], {
    folder: folder.path,
    environment: {
      PORT: '0',
      GENSVAR_DATABASE: `${folder.path}/gensvar.db`,
      NODE_OPTIONS: `--import=${import.meta.resolve('./tell-memory.ts')}`,
    },
  });
  const url = new URL((await child.ready())['API'] ?? '').origin;
  const responses = `${url}/feedback/v1/responses`;
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });

  const send: FuzzedService['send'] = ({ headers, body }) =>
    new Promise((resolve, reject) => {
      const options = {
        agent,
        method: 'POST',
        headers: { ...headers, 'content-length': body.length },
      };
      const sent = request(responses, options, (response) => {
        const { statusCode: status = 0, headers: told } = response;
        const type = told['content-type'] ?? '';
        text(response).then(
          (content) => resolve({ status, type, location: told.location ?? '', text: content }),
          reject,
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });

  return {
    url,
    documented: await readDocumented(url),
    send,
    async memory() {
      const tellings = () => [...child.output().matchAll(/^In use: (\d+)$/gm)];
      const before = tellings().length;
      if (child.pid !== undefined) process.kill(child.pid, 'SIGUSR2');
      // It tells when it has answered what was asked before.
      while (tellings().length === before) await setTimeout(10);
      return Number(tellings().at(-1)?.[1]) / 1e6;
    },
    errors: child.errors,
    async assertWell() {
      for (const path of ['/healthz', '/readyz']) {
        const { status } = await fetch(url + path);
        if (status !== 200) throw new Error(`${path} answers ${status}.`);
      }
      const good = { id: crypto.randomUUID(), page: `${url}/demo/`, answer: 'yes' };
      const headers = { 'content-type': 'application/json', accept: 'application/json' };
      const { status } = await send({ headers, body: Buffer.from(JSON.stringify(good)) });
      if (status !== 201) throw new Error(`A good answer is answered with ${status}.`);
    },
    async stop() {
      agent.destroy();
      await child.stop();
      await folder.remove();
    },
  };
}

async function readDocumented(url: string): Promise<ReadonlySet<number>> {
  const document = (await (await fetch(`${url}/feedback/v1/openapi.json`)).json()) as {
    paths: Record<string, { post?: { responses: Record<string, unknown> } }>;
  };
  const statuses = Object.keys(document.paths['/responses']?.post?.responses ?? {}).map(Number);
  if (statuses.length === 0) throw new Error('The API document tells of no statuses.');
  return new Set(statuses);
}
