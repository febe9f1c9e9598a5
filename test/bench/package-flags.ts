import { readFileSync } from 'node:fs';

/** What Node is told where the service is started by `npm run gensvar` or `npm start`. */
export function packageFlags(): string[] {
  const file = new URL('../../package.json', import.meta.url);
  const { scripts } = JSON.parse(readFileSync(file, 'utf8')) as { scripts: { gensvar: string } };
  return scripts.gensvar.match(/--\S+/g) ?? [];
}
