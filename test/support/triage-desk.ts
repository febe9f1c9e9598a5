import assert from 'node:assert/strict';
import type { Role } from '../../server/store/store.ts';
import { openReviewDesk, type PlayedAnswer, type ReviewDesk } from './review-desk.ts';
import { readForms, textOf, type PageForm } from './read-markup.ts';

/** An editor at work with comments on a page that has some. */
export interface TriageDesk extends ReviewDesk {
  /** The page that the comments are about. */
  pageId: number;
  /** The address of the page's report. */
  report: string;
  /** Numbers of the comments, in the order in which they came. */
  ids: number[];
  /** Sends fields as a form of the review does. */
  send: (path: string, fields: [string, string][]) => Promise<Response>;
  /** Sends fields and reads the page that the editor is led to. */
  sendAndRead: (path: string, fields: [string, string][]) => Promise<string>;
  /** The forms of a page. */
  forms: (path: string) => Promise<PageForm[]>;
  /** Signs in as another person with a role on the site. */
  become: (name: string, role?: Role) => Promise<void>;
}

/** Opens a review with comments that came a minute apart, and signs its editor in. */
export async function openTriageDesk(texts: string[] = ['Ett', 'Två', 'Tre']): Promise<TriageDesk> {
  const desk = await openReviewDesk();
  const start = desk.clock().getTime() - 3_600_000;
  const answers = texts.map((comment, index): PlayedAnswer => ({
    answer: 'no',
    comment,
    received: new Date(start + index * 60_000),
  }));
  const pageId = await desk.play({ address: 'https://www.example.se/a', title: 'A' }, answers);
  const comments = await desk.store.listComments(pageId, { limit: 200, offset: 0 });
  const ids = comments.map(({ id }) => id).toReversed();
  await desk.signIn();

  const send: TriageDesk['send'] = (path, fields) =>
    desk.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin' },
    });

  return {
    ...desk,
    pageId,
    report: `/review/pages/${pageId}`,
    ids,
    send,
    async sendAndRead(path, fields) {
      const response = await send(path, fields);
      const location = response.headers.get('location') ?? '';
      assert.equal(response.status, 303, textOf(await response.text()));
      return desk.read(location.replace(/#.*/, ''));
    },
    async forms(path) {
      return readForms(await desk.read(path), 'http://localhost/');
    },
    async become(name, role = 'editor') {
      await desk.signIn(await desk.store.addEditor({ name, siteIds: [desk.site.id], role }));
    },
  };
}

/** What a page tells of what was done. */
export const noticeOf = (markup: string): string =>
  textOf(/<div[^>]*id="done".*?<\/div>/s.exec(markup)?.[0] ?? '');
