import { html } from 'hono/html';
import type { Site } from '../../store/store.ts';
import { longestTagName, mostTags, type Tag, type TagFault } from '../../store/tags.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';

export type TagDone = keyof Locale['words']['tagging']['tagDone'];

/** A name that was not taken: of a new tag, or of one that is there. */
export interface RefusedTag {
  siteId: number;
  /** Absent for a new tag. */
  tagId?: number;
  name: string;
  fault: TagFault | 'name';
}

interface TagsPage {
  sites: { site: Site; tags: Tag[] }[];
  done: TagDone | undefined;
  refused?: RefusedTag | undefined;
  root: string;
}

/** The tags of the sites that somebody administers. */
export function tagsPage({ sites, done, refused, root }: TagsPage, locale: Locale): ReviewPage {
  const { words, formats } = locale;
  const { tagging } = words;
  return {
    title: tagging.tagsTitle,
    ...(refused && { status: 422 as const }),
    main: html`<h1>${tagging.tagsTitle}</h1>
      ${
        done &&
        html`<p class="notice" id="done" tabindex="-1" role="group" aria-label="${tagging.tagDone[done]}">
          ${tagging.tagDone[done]}
        </p>`
      }
      <p>${tagging.tagsText(formats.number(mostTags))}</p>
      ${sites.map(({ site, tags }) => {
        const here = `${root}/tags/${site.key}`;
        const ofSite = refused?.siteId === site.id ? refused : undefined;
        return html`<section aria-labelledby="tags-${site.key}">
          <h2 id="tags-${site.key}">${tagging.tagsOf(site.name)}</h2>
          ${tagList(tags, ofSite, here, locale)} ${addForm(site, tags, ofSite, here, locale)}
        </section>`;
      })}`,
  };
}

function tagList(tags: Tag[], refused: RefusedTag | undefined, here: string, locale: Locale): Html {
  const { tagging } = locale.words;
  const spoken = (name: string) => html`<span class="visually-hidden"> ${name}</span>`;
  return html`<ol class="tag-list">
    ${tags.map(({ id, name }, place) => {
      const fault = refused?.tagId === id ? refused : undefined;
      return html`<li>
        <form class="tag-name" method="post" action="${here}/${id}/rename">
          <input type="hidden" name="was" value="${name}">
          <label for="tag-${id}">
            <span class="visually-hidden">${tagging.tagNameOf(name)}</span>
            ${fault && faultText(fault, locale)}
          </label>
          <input id="tag-${id}" name="name" type="text" aria-required="true" maxlength="${longestTagName}"
            value="${fault?.name ?? name}" autocomplete="off"
            ${fault && html`aria-invalid="true" autofocus`}>
          <button>${tagging.tagRename}${spoken(name)}</button>
        </form>
        <form class="tag-moves" method="post" action="${here}/${id}/move">
          ${place > 0 && html`<button name="to" value="up">${tagging.tagUp}${spoken(name)}</button>`}
          ${
            place < tags.length - 1 &&
            html`<button name="to" value="down">${tagging.tagDown}${spoken(name)}</button>`
          }
        </form>
        <p class="back"><a href="${here}/${id}/delete">${tagging.tagDelete}${spoken(name)}</a></p>
      </li>`;
    })}
  </ol>`;
}

function addForm(
  { key }: Site,
  tags: Tag[],
  refused: RefusedTag | undefined,
  here: string,
  locale: Locale,
): Html {
  const { words, formats } = locale;
  const { tagging } = words;
  if (tags.length >= mostTags) return html`<p>${tagging.tagFull(formats.number(mostTags))}</p>`;
  const fault = refused?.tagId === undefined ? refused : undefined;
  const id = `new-${key}`;
  return html`<h3>${tagging.tagAdd}</h3>
    <form class="fields" method="post" action="${here}/add">
      <div>
        <label for="${id}">${tagging.tagName} ${fault && faultText(fault, locale)}</label>
        <p class="quiet" id="${id}-hint">${tagging.tagHint(formats.number(longestTagName))}</p>
        <input id="${id}" name="name" type="text" aria-required="true" maxlength="${longestTagName}"
          value="${fault?.name ?? ''}" autocomplete="off" aria-describedby="${id}-hint"
          ${fault && html`aria-invalid="true" autofocus`}>
      </div>
      <button class="main-button">${tagging.tagAddButton}</button>
    </form>`;
}

function faultText({ fault }: RefusedTag, { words, formats }: Locale): Html {
  const { tagFaults } = words.tagging;
  const text = fault === 'name' ? tagFaults.name(formats.number(longestTagName)) : tagFaults[fault];
  return html`<span class="fault">${text}</span>`;
}

interface DeleteTag {
  site: Site;
  tag: Tag;
  /** How many comments carry it. */
  count: number;
  /** Whether more carry it than the administrator was told. */
  isMore: boolean;
  root: string;
}

/** Asks whether a tag is to be deleted, and tells how many comments carry it. */
export function deleteTagPage(
  { site, tag, count, isMore, root }: DeleteTag,
  locale: Locale,
): ReviewPage {
  const { words, formats } = locale;
  const { tagging } = words;
  const title = tagging.tagDeleteTitle(tag.name);
  const figure = formats.number(count);
  return {
    title,
    ...(isMore && { status: 409 as const }),
    main: html`<p class="back"><a href="${root}/tags">${tagging.tagsOf(site.name)}</a></p>
      <h1>${title}</h1>
      ${isMore && html`<p class="fault">${tagging.tagDeleteMore(figure)}</p>`}
      <p>${count === 0 ? tagging.tagDeleteNone : tagging.tagDeleteCount(figure)}</p>
      <p>${tagging.tagDeleteFinal}</p>
      <form method="post" action="${root}/tags/${site.key}/${tag.id}/delete">
        <input type="hidden" name="name" value="${tag.name}">
        <input type="hidden" name="count" value="${count}">
        <button class="final-button">${tagging.tagDeleteConfirm}</button>
      </form>`,
  };
}
