import { html } from 'hono/html';
import type { Site } from '../../store/store.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import type { Topic } from './topic.ts';

/** All that can be decided about a site, a page each. */
export function settingsOverview(
  site: Site,
  topics: Topic[],
  { words }: Locale,
  root: string,
): ReviewPage {
  const { settings } = words;
  const here = `${root}/settings/${site.key}`;
  const places = [
    ...topics.map(({ name }) => ({ href: `${here}/${name}`, ...settings.topics[name] })),
    { href: `${root}/people#${site.key}`, ...settings.people },
    { href: `${here}/embed`, ...settings.embed },
  ];
  return {
    title: settings.of(site.name),
    main: html`<h1>${settings.of(site.name)}</h1>
      <ul class="topics">
        ${places.map(
          ({ href, name, text }) =>
            html`<li>
              <h2><a href="${href}">${name}</a></h2>
              <p>${text}</p>
            </li>`,
        )}
      </ul>`,
  };
}

/** For administrators of several sites. */
export function chooseSite(sites: Site[], { words }: Locale, root: string): ReviewPage {
  const { settings } = words;
  return {
    title: settings.title,
    main: html`<h1>${settings.title}</h1>
      <p>${settings.choose}</p>
      <ul class="topics">
        ${sites.map(
          ({ key, name, origins }) =>
            html`<li>
              <h2><a href="${root}/settings/${key}">${name}</a></h2>
              <p class="address">${origins.join(', ')}</p>
            </li>`,
        )}
      </ul>`,
  };
}
