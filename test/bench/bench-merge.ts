/**
 * Measures how long visitors wait while a page with many answers is merged into another:
 * `npm run bench:merge`, with `-- --answers 10000` for another size.
 * They wait before the merge, during it and after it: the difference is the merge's.
 */
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createTemporaryFolder } from '../support/temporary-folder.ts';
import { answerUntil, tellWaits, type Waits } from './export/visitors.ts';
import { startMergingService } from './merge/merging-service.ts';

const { values } = parseArgs({ options: { answers: { type: 'string', default: '100000' } } });

/** How long visitors are watched without a merge, in milliseconds. */
const aWhile = 15_000;

/** Until the code that everybody needs has been compiled, in milliseconds. */
const warmUp = 5_000;

const folder = await createTemporaryFolder();
const service = await startMergingService(folder.path, Number(values.answers));
try {
  const during = async (work: () => Promise<unknown>): Promise<Waits> => {
    const state = { isOver: false };
    const visitors = answerUntil(() => state.isOver, service);
    await work().finally(() => (state.isOver = true));
    return visitors;
  };
  await during(() => setTimeout(warmUp));
  const before = await during(() => setTimeout(aWhile));
  const start = performance.now();
  const meanwhile = await during(() => service.merge());
  const seconds = (performance.now() - start) / 1000;
  const after = await during(() => setTimeout(aWhile));
  console.log(
    [
      `${values.answers} answers moved in ${seconds.toFixed(1)} s on SQLite; visitors waited`,
      `  before  ${tellWaits(before)}`,
      `  during  ${tellWaits(meanwhile)}`,
      `  after   ${tellWaits(after)}`,
    ].join('\n'),
  );
} finally {
  await service.stop();
  await folder.remove();
}
