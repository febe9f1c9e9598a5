import { readFileSync } from 'node:fs';
import type { VisitorLanguage } from '../../locales/languages.ts';
import type { LoaderSettings } from '../contract/loader-settings.ts';
import type { Site } from '../store/store.ts';
import { makeWidgetFile, type WidgetFile } from './read-widget-files.ts';

/**
 * Makes the loader of each site: the site's settings and the loader that reads them, in one
 * script, so that no page view costs a request more.
 * @param folder where the build wrote the loader
 */
export function createSiteLoaders(folder: URL): (site: Site) => WidgetFile {
  const loader = readFileSync(new URL('sites/page-feedback.js', folder), 'utf8').trim();
  // The register hands out another object as soon as it has read the site anew.
  const made = new WeakMap<Site, WidgetFile>();
  return (site) => {
    const known = made.get(site);
    if (known) return known;
    const settings = JSON.stringify(loaderSettings(site));
    // The name is bound for this script alone: nothing is added to the page.
    const file = makeWidgetFile(Buffer.from(`(siteSettings=>{${loader}})(${settings})`));
    made.set(site, file);
    return file;
  };
}

/** What of a site's settings its pages are told: nothing that they do not show. */
function loaderSettings(site: Site): LoaderSettings {
  const { languages, offPaths } = site.settings.prompt;
  // Swedish is the language of pages in none of these, where the site has it.
  const ordered = [...languages].sort(
    (one, other) => Number(other === 'sv') - Number(one === 'sv'),
  );
  return {
    off: offPaths,
    languages: ordered.map((language) => [language, attributesIn(language, site)]),
  };
}

function attributesIn(language: VisitorLanguage, site: Site): Record<string, string> {
  const { texts, asksForComment } = site.settings.prompt;
  const { question, purpose, contactHref, privacyHref, accessibilityHref } = texts[language] ?? {};
  const attributes = {
    question,
    purpose,
    'contact-href': contactHref,
    'privacy-href': privacyHref,
    'accessibility-href': accessibilityHref,
    'allowed-numbers': site.allowedNumbers.join(',') || undefined,
    'no-comment': asksForComment ? undefined : '',
  };
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value]],
    ),
  );
}
