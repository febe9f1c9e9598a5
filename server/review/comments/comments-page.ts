import { html } from 'hono/html';
import type { FoundComments, FoundCount } from '../../store/comment-search.ts';
import type { PlacedComment } from '../../store/triage.ts';
import { showCommentList } from '../comment-list.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import { notFound } from '../message-pages.ts';
import { pageName, pageNameMarkup } from '../page-name.ts';
import type { ReviewDependencies } from '../review-dependencies.ts';
import type { Html, ReviewContext } from '../review-environment.ts';
import { choiceNames, listAddress, readChoices, readCursor, readOrder } from './choices.ts';
import { chosenFilters } from './chosen-filters.ts';
import { filterForm } from './filter-form.ts';
import { markedText } from './marked-text.ts';
import { readOffers } from './offers.ts';
import { readChoice } from './read-choice.ts';

/** How many comments one part of the list has. */
const partLength = 50;

/** Of more than this many it is only said that there are more. */
const mostCounted = 1000;

export type CommentsDependencies = Pick<ReviewDependencies, 'store' | 'clock' | 'dayOf'> & {
  /** The path of the review. */
  root: string;
};

/** The comments on all pages that the editor may see, by filters and by words. */
export async function showComments(
  c: ReviewContext,
  { store, clock, dayOf, root }: CommentsDependencies,
): Promise<ReviewPage> {
  const { editor, locale } = c.var;
  const { finding } = locale.words;
  if (!editor) return notFound(locale, root);
  const choices = readChoices(c);
  const order = readOrder(c);
  const today = dayOf(clock());
  const offers = await readOffers(store, editor, choices, today);
  if (!offers) return notFound(locale, root);
  const { choice, faults } = readChoice(choices, offers, editor, { today, dayOf });
  const after = readCursor(c);
  const isUnderstood = Object.keys(faults).length === 0;
  const found: FoundComments = isUnderstood
    ? await store.searchComments(choice, order, after, partLength)
    : { ids: [], next: null, isGivenUp: false };
  const count = isUnderstood && !after ? await store.countFound(choice, mostCounted) : null;
  const comments = await readInOrder(found.ids);
  const { words } = choice;
  const href = `${root}/comments`;
  const isChosen = choiceNames.some((name) => choices[name] !== '');

  const list = await showCommentList<PlacedComment>(
    c,
    { store, root },
    {
      comments,
      about: ({ page }) => aboutPage(page, locale, root),
      ...(words && { text: ({ text }) => markedText(text, words) }),
      empty: isUnderstood ? emptyState() : html``,
    },
  );
  // What came of a choice is told by the title: a status that comes with its page is not heard.
  const chosenTitle = [isUnderstood && listTitle(), choices.q, finding.title].filter(Boolean);
  return {
    title: isChosen || after ? chosenTitle.join(' – ') : finding.title,
    main: html`<h1>${finding.title}</h1>
      ${filterForm({ choices, order, offers, faults, href }, locale)}
      ${chosenFilters({ choices, order, offers, href }, locale)}
      ${isUnderstood && html`<h2 class="found">${listTitle()}</h2>`}
      ${words && comments.length > 0 && html`<p class="quiet">${finding.wordsFirst}</p>`} ${list}
      ${turning()}`,
  };

  async function readInOrder(ids: number[]): Promise<PlacedComment[]> {
    const read = await store.findComments(editor?.siteIds ?? [], ids);
    const byId = new Map(read.map((comment) => [comment.id, comment]));
    return ids.flatMap((id) => byId.get(id) ?? []);
  }

  function emptyState(): Html {
    if (found.isGivenUp || after) return html``;
    return html`<p>${isChosen ? finding.noneHere : finding.noneYetText}</p>`;
  }

  /** How many there are, or what else one sees of the list first. */
  function listTitle(): string {
    if (found.isGivenUp && found.ids.length === 0) return finding.noneSoFar;
    if (!count) return found.ids.length > 0 ? finding.further : finding.noneFurther;
    if (count.count > 0) return countInWords(count, locale);
    return isChosen ? finding.none : finding.noneYet;
  }

  function turning(): Html | null {
    if (!found.next && !after) return null;
    const to = (cursor?: typeof found.next) =>
      listAddress(href, choices, order, cursor ?? undefined);
    return html`${found.isGivenUp && html`<p>${finding.givenUp}</p>`}
      <nav class="paging" aria-label="${finding.turn}">
        ${after && html`<a href="${to()}">${finding.first}</a>`}
        ${
          found.next &&
          html`<a href="${to(found.next)}" rel="next"
            >${found.isGivenUp ? finding.goOn : finding.next}</a
          >`
        }
      </nav>`;
  }
}

function countInWords({ count, isMore }: FoundCount, { words, formats }: Locale): string {
  const shown = formats.number(count);
  return isMore ? words.finding.foundMore(shown) : words.finding.found(count, shown);
}

function aboutPage(page: PlacedComment['page'], { words }: Locale, root: string): Html {
  return html`<p class="about-page">
    <span class="visually-hidden">${words.finding.about}</span>
    <a href="${root}/pages/${page.id}">${pageNameMarkup(page)}</a>
    ${pageName(page) !== page.address && html`<bdi class="address">${page.address}</bdi>`}
  </p>`;
}
