import { Agent, request } from 'node:http';
import type { SeededRandom } from '../support/seeded-random.ts';
import { formBody } from '../support/send-response.ts';
import type { Ledger } from './ledger.ts';

/** Few at once are stored otherwise than many. */
const visitors = { fewest: 4, most: 64 };

/** Visitors who send as fast as they are answered, until nobody answers. */
export interface Visitors {
  /** Fulfilled when each visitor has met a connection that broke. */
  gone: Promise<unknown>;
}

/**
 * @param onFault is told of answers that nobody should get
 */
export function sendVisitors(
  url: string,
  ledger: Ledger,
  random: SeededRandom,
  onFault: (fault: string) => void,
): Visitors {
  const agent = new Agent({ keepAlive: true });

  async function visit(): Promise<void> {
    for (;;) {
      const { entry, revisionNo } = ledger.take();
      const said = entry.sent[revisionNo - 1];
      const body = formBody({
        id: entry.id,
        revisionNo,
        page: entry.page,
        title: 'Sida',
        answer: said?.answer,
        ...(said?.comment !== undefined && { comment: said.comment }),
      }).toString();
      // Now and then a browser sends twice at once.
      const times = random.chance(0.05) ? 2 : 1;
      const statuses = await Promise.all(
        Array.from({ length: times }, () => post(agent, url, body)),
      );
      const isAcknowledged = statuses.some((status) => status === 200 || status === 201);
      ledger.giveBack(entry, isAcknowledged ? revisionNo : undefined);
      const strange = statuses.filter((status) => status && ![200, 201, 503].includes(status));
      for (const status of strange) onFault(`an answer was refused with ${status}`);
      if (statuses.includes(undefined)) return;
    }
  }

  const length = visitors.fewest + random.below(visitors.most - visitors.fewest);
  return {
    gone: Promise.all(Array.from({ length }, visit)).finally(() => agent.destroy()),
  };
}

/** @returns the status; undefined when the connection broke before the whole answer came */
function post(agent: Agent, url: string, body: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const sending = request(`${url}/feedback/v1/responses`, {
      agent,
      method: 'POST',
      headers: {
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
        'content-length': Buffer.byteLength(body),
      },
    });
    sending.on('error', () => resolve(undefined));
    sending.on('response', (response) => {
      response.resume();
      response.on('error', () => resolve(undefined));
      response.on('end', () => resolve(response.statusCode));
    });
    sending.end(body);
  });
}
