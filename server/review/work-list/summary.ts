import { html } from 'hono/html';
import type { WorkSums } from '../../store/work-list.ts';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';
import { listAddress, type Choices } from './choices.ts';

/** What awaits, in one sentence or two: for an editor with ten minutes a week. */
export function summarySentence(sums: WorkSums, { words, formats }: Locale): string {
  const { waiting, waitingPages, attention } = sums;
  const comments = words.work.newComments(
    waiting,
    formats.number(waiting),
    waitingPages,
    formats.number(waitingPages),
  );
  return `${comments} ${words.work.attention(attention, formats.number(attention))}`;
}

/** The sentence, with ways to what it is about. */
export function summary(sums: WorkSums, choices: Choices, locale: Locale, root: string): Html {
  const { words } = locale;
  const ways = [
    {
      isThere: sums.waiting > 0 && !choices.onlyNew,
      href: listAddress(root, { ...choices, onlyNew: true, sort: 'new' }),
      name: words.work.showNew,
    },
    {
      isThere: sums.attention > 0 && choices.sort !== 'attention',
      href: listAddress(root, { ...choices, onlyNew: false, sort: 'attention' }),
      name: words.work.showAttention,
    },
  ].filter(({ isThere }) => isThere);
  return html`<p class="lead">${summarySentence(sums, locale)}</p>
    ${
      ways.length > 0 &&
      html`<ul class="ways">
        ${ways.map(({ href, name }) => html`<li><a href="${href}">${name}</a></li>`)}
      </ul>`
    }`;
}
