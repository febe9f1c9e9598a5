import { html } from 'hono/html';
import { leastNoShare } from '../../numbers/no-share.ts';
import { countAnswers, shareOf } from '../../numbers/yes-share.ts';
import type { WorkPage } from '../../store/work-list.ts';
import { excerpt } from '../excerpt.ts';
import type { Locale } from '../locale.ts';
import { timeOf } from '../page-facts.ts';
import { pageNameMarkup } from '../page-name.ts';
import type { Html } from '../review-environment.ts';
import { shareBar } from '../share-bar.ts';
import { shareInWords } from '../share.ts';
import type { ChosenPeriod } from './choices.ts';

/** One page of the work list. */
export function workEntry(
  page: WorkPage,
  period: ChosenPeriod,
  locale: Locale,
  root: string,
): Html {
  return html`<li>
    <div class="page-head">
      <h3><a href="${root}/pages/${page.id}">${pageNameMarkup(page)}</a></h3>
      ${addressLink(page, locale)}
    </div>
    ${figures(page, locale)} ${why(page, period, locale)} ${latestComment(page, locale)}
  </li>`;
}

/** The way to the page itself. A page without title is named by its address already. */
function addressLink({ title, address, link }: WorkPage, { words }: Locale): Html {
  const name = title?.trim() ? address : words.work.openPage;
  return html`<p class="address"><a href="${link}" rel="noreferrer">${name}</a></p>`;
}

/** Why a page needs attention, in a sentence; nothing for one that does not. */
export function whyInWords(
  { counts, needsAttention }: Pick<WorkPage, 'counts' | 'needsAttention'>,
  period: ChosenPeriod,
  { words, formats }: Locale,
): string | null {
  if (!needsAttention) return null;
  const no = formats.number(counts.no);
  const total = formats.number(countAnswers(counts));
  const least = formats.percent(leastNoShare(counts));
  return period === 'edit'
    ? words.work.whySinceEdit(no, total, least)
    : words.work.why(no, total, formats.number(period), least);
}

function why(page: WorkPage, period: ChosenPeriod, locale: Locale): Html | null {
  const sentence = whyInWords(page, period, locale);
  return sentence === null ? null : html`<p class="why">${sentence}</p>`;
}

function figures(page: WorkPage, locale: Locale): Html {
  const { words, formats } = locale;
  const { counts, waiting, owner } = page;
  const share = shareOf(counts);
  const isOlder = waiting > counts.comments;
  const tellWaiting = isOlder ? words.work.newOlder : words.work.newOfThem;
  return html`<dl class="facts">
    <div class="fact-answers">
      <dt>${words.answers}</dt>
      <dd>
        ${formats.number(countAnswers(counts))}
        ${
          counts.leftOut > 0 &&
          html`<span class="left-out">${words.notCounted(formats.number(counts.leftOut))}</span>`
        }
      </dd>
    </div>
    <div class="fact-helped">
      <dt>${words.helped}</dt>
      <dd>${shareInWords(counts, locale)} ${share && shareBar(share)}</dd>
    </div>
    <div class="fact-comments">
      <dt>${words.comments}</dt>
      <dd>
        ${formats.number(counts.comments)}
        ${waiting > 0 && html`<strong class="waiting">${tellWaiting(formats.number(waiting))}</strong>`}
      </dd>
    </div>
    <div class="fact-last">
      <dt>${words.lastAnswer}</dt>
      <dd>${timeOf(page.lastReceived, locale)}</dd>
    </div>
    <div class="fact-owner">
      <dt>${words.work.owner}</dt>
      <dd>${owner ? html`<bdi>${owner.name}</bdi>` : words.owner.nobody}</dd>
    </div>
  </dl>`;
}

function latestComment({ latestComment: comment }: WorkPage, locale: Locale): Html | null {
  if (!comment) return null;
  const { words } = locale;
  return html`<div class="latest-comment">
    <p class="comment-about">
      ${words.latestComment}: ${words[comment.answer]}, ${timeOf(comment.received, locale)}
    </p>
    <blockquote lang="" dir="auto">${excerpt(comment.text)}</blockquote>
  </div>`;
}
