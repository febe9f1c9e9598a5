import type { Browser, Request } from 'playwright-core';
import { startVisit } from './demo-visit.ts';

/** What the prompt fetched and sent within a part of a visit. */
export interface Traffic {
  requests: number;
  /** What came over the wire for them: bodies as they were compressed, without headers. */
  bytes: number;
}

export interface TrafficOfVisit {
  beforePromptIsNear: Traffic;
  whenPromptIsNear: Traffic;
  whenAnswered: Traffic;
  /** Addresses on other hosts than the service; there should be none. */
  elsewhere: string[];
}

/** Counts what the prompt adds to the traffic of a page, from load to answer. */
export async function measureTraffic(browser: Browser, service: string): Promise<TrafficOfVisit> {
  const visit = await startVisit(browser, 1280);
  const requests: Request[] = [];
  visit.page.on('request', (request) => requests.push(request));
  const ofPrompt = /^\/(widget|feedback)\//;

  /** Empties the list of the requests so far. */
  const countTraffic = async (): Promise<Traffic> => {
    await visit.page.waitForLoadState('networkidle');
    const own = requests.splice(0).filter((one) => ofPrompt.test(new URL(one.url()).pathname));
    const sizes = await Promise.all(own.map((request) => request.sizes()));
    const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
    return { requests: own.length, bytes };
  };

  const elsewhere: string[] = [];
  visit.page.on('request', (request) => {
    if (!request.url().startsWith(`${service}/`)) elsewhere.push(request.url());
  });
  await visit.page.goto(`${service}/demo/`);
  const beforePromptIsNear = await countTraffic();
  await visit.nearPrompt();
  const whenPromptIsNear = await countTraffic();
  await visit.answer();
  const whenAnswered = await countTraffic();
  await visit.end();
  return { beforePromptIsNear, whenPromptIsNear, whenAnswered, elsewhere };
}
