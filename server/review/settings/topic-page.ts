import { createHash } from 'node:crypto';
import { html } from 'hono/html';
import type { Site } from '../../store/store.ts';
import { landingNotice } from '../landing-notice.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';
import { faultSummary, formFields, told, type FormState } from './settings-form.ts';
import type { Topic, Values } from './topic.ts';

export interface TopicPage {
  topic: Topic;
  site: Site;
  root: string;
  state: FormState;
  /** What is stored now, when somebody else has changed it meanwhile. */
  stale?: Values;
  saved?: boolean;
  /** What there is to know about the topic. */
  note?: Html | string;
  /** A question that must be answered before it is saved. */
  confirmation?: Html | string;
  status?: 200 | 409 | 422;
}

/** One page of settings, with its form. */
export function topicPage(page: TopicPage, locale: Locale): ReviewPage {
  const { topic, site, root, state, note = '', confirmation = '', status = 200 } = page;
  const { words } = locale;
  const { name, text } = words.settings.topics[topic.name];
  const fields = topic.fields(locale);
  const here = `${root}/settings/${site.key}`;
  return {
    title: `${name}, ${site.name}`,
    main: html`<p class="back"><a href="${here}">${words.settings.toAll}</a></p>
      <h1>${name}</h1>
      ${page.saved && landingNotice('done', words.settings[savedWord(topic)])}
      ${page.stale && staleNotice(page.stale, page, locale)}
      ${faultSummary(fields, state, locale)}
      <p>${text}</p>
      ${note}
      <form class="fields settings" method="post" action="${here}/${topic.name}">
        <input type="hidden" name="version" value="${versionOf(topic.read(site))}">
        ${formFields(fields, state, locale)} ${confirmation}
        <button class="main-button">${words.settings.save}</button>
      </form>`,
    status,
  };
}

/** What the website's pages fetch, they may keep for some minutes; the rest holds at once. */
const savedWord = ({ name }: Topic): 'saved' | 'savedForVisitors' =>
  name === 'prompt' || name === 'off' ? 'savedForVisitors' : 'saved';

/** Names what a form has shown, so that it can be told whether it still stands. */
export const versionOf = (values: Values): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22);

/** Shows what somebody else has saved, where it is another than what was written here. */
function staleNotice(stored: Values, { topic, state }: TopicPage, locale: Locale): Html {
  const { words } = locale;
  const different = topic
    .fields(locale)
    .filter((field) => told(field, stored, locale) !== told(field, state.values, locale));
  return html`<div class="notice" role="alert">
    <h2>${words.settings.staleTitle}</h2>
    <p>${words.settings.staleText}</p>
    <dl>
      ${different.map(
        (field) =>
          html`<div>
            <dt>${field.label}</dt>
            <dd><bdi>${told(field, stored, locale)}</bdi></dd>
          </div>`,
      )}
    </dl>
  </div>`;
}
