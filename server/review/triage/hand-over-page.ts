import { html } from 'hono/html';
import type { CommentEvent, CommentWork, PlacedComment } from '../../store/triage.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import { pageName } from '../page-name.ts';
import type { Html, ReviewContext } from '../review-environment.ts';
import { backToComment } from './comment-links.ts';
import { hidden } from './conflict-page.ts';
import { doneNotice } from './done-notice.ts';
import { seenValue } from './read-change.ts';
import { placeToReturn } from './return-to.ts';
import type { TriageDependencies } from './triage-dependencies.ts';

/**
 * Hands a comment over to the registrator. The text to take away is shown when the comment
 * has been handed over: so the log tells of each.
 */
export async function handOverPage(
  c: ReviewContext,
  deps: Pick<TriageDependencies, 'store' | 'root'>,
  comment: PlacedComment,
): Promise<ReviewPage> {
  const { store, root } = deps;
  const { locale } = c.var;
  const { masking } = locale.words;
  const work = (await store.readCommentWork([comment])).get(comment.id);
  const isHandedOver = work?.status === 'handed-over';
  const title = isHandedOver ? masking.slipTitle : masking.handOverTitle;
  return {
    title,
    main: html`${backToComment(c, comment, root)}
      <h1>${title}</h1>
      ${await doneNotice(c, deps)}
      ${isHandedOver ? await slip(comment, deps, locale) : askFirst(c, root, comment, work)}
      <div class="guidance">
        <h2>${masking.errandTitle}</h2>
        <p>${masking.errandText}</p>
        <h2>${masking.threatTitle}</h2>
        <p>${masking.threatText}</p>
      </div>`,
  };
}

function askFirst(
  c: ReviewContext,
  root: string,
  comment: PlacedComment,
  work: CommentWork | undefined,
): Html {
  const { masking } = c.var.locale.words;
  const seen = seenValue({ id: comment.id, version: work?.version ?? 0 });
  return html`<p>${masking.handOverText}</p>
    <div class="panel"><blockquote lang="" dir="auto">${comment.text}</blockquote></div>
    <form method="post" action="${root}/comments/change">
      ${hidden([
        ['chosen', seen],
        ['single', 'yes'],
        ['status', 'handed-over'],
        ['returnTo', placeToReturn(c)],
      ])}
      <button class="main-button">${masking.handOver}</button>
    </form>`;
}

async function slip(
  comment: PlacedComment,
  { store }: Pick<TriageDependencies, 'store'>,
  locale: Locale,
): Promise<Html> {
  const { words, formats } = locale;
  const { slip: names, slipText } = words.masking;
  const sites = await store.listSites();
  const handedOver = (await store.listCommentEvents(comment)).findLast(isHandOver);
  const rows: [string, string][] = [
    [names.id, String(comment.id)],
    [names.site, sites.find(({ id }) => id === comment.siteId)?.name ?? ''],
    [names.page, pageName(comment.page)],
    [names.address, comment.page.address],
    [names.received, formats.moment(comment.received)],
    [names.answer, words[comment.answer]],
  ];
  if (handedOver) {
    const when = formats.moment(handedOver.at);
    rows.push([names.handedOver, names.handedOverBy(handedOver.actor, when)]);
  }
  return html`<p class="on-screen">${slipText}</p>
    <div class="panel slip">
      <dl>
        ${rows.map(
          ([term, value]) =>
            html`<div>
              <dt>${term}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
        <div>
          <dt>${names.text}</dt>
          <dd lang="" dir="auto" class="slip-text">${comment.text}</dd>
        </div>
      </dl>
    </div>`;
}

const isHandOver = ({ deed }: CommentEvent): boolean =>
  deed.action === 'status' && deed.to === 'handed-over';
