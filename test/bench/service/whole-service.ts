/**
 * The service as it is run, with its store from the environment (`GENSVAR_DATABASE`). With
 * the word `single` it commits each answer by itself. Speaks to the bench by messages.
 */
import { readConfig } from '../../../server/config.ts';
import { createWriteQueue } from '../../../server/intake/write-queue.ts';
import { createLog } from '../../../server/operations/log.ts';
import { startService } from '../../../server/service.ts';
import { answeredOrigins } from './answers.ts';
import { tellProcessorTime } from './target-process.ts';

const single = process.argv.includes('single');
const config = readConfig({ ...process.env, PORT: '0' });
const log = createLog(config.logLevel);
const service = await startService({
  config,
  demo: false,
  clock: () => new Date(),
  report: log.fault,
  logRequest: log.request,
  createQueue: (store, options) =>
    createWriteQueue(store, { ...options, ...(single && { mostAtOnce: 1 }) }),
});
const sites = await service.store.listSites();
if (!sites.some(({ key }) => key === 'bench')) {
  await service.store.addSite({
    key: 'bench',
    name: 'Bench',
    origins: answeredOrigins,
    foldWww: true,
    queryParameters: [],
    allowedNumbers: [],
  });
}
tellProcessorTime(Number(new URL(service.url).port));
