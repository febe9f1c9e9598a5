import { html } from 'hono/html';
import type { Comment } from '../../store/store.ts';
import type { CommentWork } from '../../store/triage.ts';
import type { Locale } from '../locale.ts';
import { timeOf } from '../page-facts.ts';
import type { Html } from '../review-environment.ts';
import { workInWords } from './deed-words.ts';
import { seenValue } from './read-change.ts';

export interface Card {
  comment: Comment;
  work: CommentWork;
  /** The address of the comment's own page. */
  href: string;
  /** Whether the editor may change it. */
  mayChange: boolean;
  isChosen: boolean;
  /** Whether another comment in the list came in the same minute. */
  isTwin: boolean;
  about?: Html | undefined;
  text?: Html | undefined;
}

/** A comment in a list, with the few things that editors do most often. */
export function commentCard(card: Card, locale: Locale): Html {
  const { comment, mayChange } = card;
  return html`<li id="comment-${comment.id}" class="card">
    <div class="card-head">
      ${mayChange && chooseBox(card, locale)} ${commentHead(comment, locale)}
    </div>
    ${card.about} ${commentText(comment, card.text)} ${leftOutNote(comment, locale)}
    ${workFacts(card.work, locale)} ${cardActions(card, locale)}
  </li>`;
}

export const commentHead = ({ answer, received }: Comment, locale: Locale): Html =>
  html`<p class="comment-about">
    <strong class="answer-${answer}">${locale.words[answer]}</strong> ${timeOf(received, locale)}
  </p>`;

/**
 * A comment in the visitor's own words. Nobody knows in which language a visitor
 * wrote: the empty `lang` takes back what the page says of itself.
 */
export const commentText = ({ text }: Comment, markup?: Html): Html =>
  html`<blockquote lang="" dir="auto">${markup ?? text}</blockquote>`;

export const leftOutNote = ({ leftOut, suspicion }: Comment, { words }: Locale): Html | false =>
  leftOut &&
  html`<p class="left-out">
    ${words.isLeftOut} ${suspicion !== null && words.isSuspected}
  </p>`;

/** Status, assignee and tags as text. */
export const workFacts = (work: CommentWork, locale: Locale): Html =>
  html`<dl class="work">
    ${workInWords(work, locale).map(
      ([term, value]) =>
        html`<div>
          <dt>${term}</dt>
          <dd>${value}</dd>
        </div>`,
    )}
  </dl>`;

/** Tells comments apart for who hears a button: by when they came, else also by number. */
function whichComment({ comment, isTwin }: Card, { words, formats }: Locale): string {
  const { ofComment, ofTwin } = words.triage;
  const moment = formats.moment(comment.received);
  return isTwin ? ofTwin(moment, String(comment.id)) : ofComment(moment);
}

function chooseBox(card: Card, locale: Locale): Html {
  const { comment, work, isChosen } = card;
  const { choose } = locale.words.triage;
  const value = seenValue({ id: comment.id, version: work.version });
  // Hidden words in a label or a link are a line of their own for who reads by arrow.
  return html`<label class="choose">
    <input type="checkbox" form="bulk" name="chosen" value="${value}" ${isChosen && html`checked`}
      aria-label="${choose}${whichComment(card, locale)}">
    <span aria-hidden="true">${choose}</span>
  </label>`;
}

function cardActions(card: Card, locale: Locale): Html {
  const { comment, work, href, mayChange } = card;
  const { triage } = locale.words;
  const seen = seenValue({ id: comment.id, version: work.version });
  const which = whichComment(card, locale);
  const button = (deed: string, name: string) =>
    html`<button form="one" name="one" value="${seen}.${deed}"
      >${name}<span class="visually-hidden">${which}</span></button>`;
  const isOpen = work.status === 'new' || work.status === 'in-progress';
  return html`<div class="card-actions">
    ${mayChange && isOpen && button('fixed', triage.markFixed)}
    ${
      mayChange &&
      (comment.leftOut ? button('counted', triage.countIn) : button('left-out', triage.leaveOut))
    }
    <a href="${href}" aria-label="${triage.open}${which}">${triage.open}</a>
  </div>`;
}
