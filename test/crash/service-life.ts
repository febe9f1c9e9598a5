import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

/** The service as it is run, and one that acknowledges too early. */
const programs = {
  real: ['../../dist/server/main.js', 'serve'],
  careless: ['careless-service.ts'],
};

export type Program = keyof typeof programs;

/** One process of the service, from its start to its violent end. */
export interface ServiceLife {
  /** Its address, as soon as it listens; undefined when it was killed before. */
  listening: Promise<string | undefined>;
  /** Ends it at once, with no chance to do anything more, and waits until it is gone. */
  kill: () => Promise<void>;
  /** What it wrote to the standard error stream. */
  errors: () => string;
}

export function startLife(program: Program, database: string): ServiceLife {
  const [file = '', ...words] = programs[program];
  const child = spawn(process.execPath, [resolve(import.meta.dirname, file), ...words], {
    env: { PORT: '0', GENSVAR_DATABASE: database },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  let said = '';
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  child.stdout.setEncoding('utf8');
  const listening = new Promise<string | undefined>((settle) => {
    child.stdout.on('data', (text: string) => {
      said += text;
      const address = /^API: (http\S+?)\/feedback/m.exec(said)?.[1];
      if (address !== undefined) settle(address);
    });
    void exit.then(() => settle(undefined));
  });
  return {
    listening,
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
    errors: () => errors,
  };
}
