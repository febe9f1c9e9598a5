/**
 * The service with a queue that acknowledges before it commits: what the crash test must
 * find out, or it would prove nothing.
 */
import { readConfig } from '../../server/config.ts';
import type { IncomingResponse } from '../../server/store/store.ts';
import { startService } from '../../server/service.ts';

const service = await startService({
  config: readConfig(process.env),
  demo: false,
  clock: () => new Date(),
  report: () => {},
  createQueue: (store) => {
    let waiting: IncomingResponse[] = [];
    setInterval(() => {
      const batch = waiting;
      waiting = [];
      if (batch.length > 0) void store.appendResponses(batch);
    }, 50);
    return {
      add(response) {
        waiting.push(response);
        const { received, revisionNo = 1, content } = response;
        const hasComment = content.comment !== undefined;
        const stored = { answer: content.answer, revisionNo, hasComment };
        return Promise.resolve({
          kind: 'new',
          stored: { ...stored, received, amendableUntil: received },
        });
      },
    };
  },
});
console.log(`API: ${service.url}/feedback/v1/openapi.json`);
