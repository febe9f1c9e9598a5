/**
 * The one script that every page view pays for. It waits until a prompt nears
 * the viewport, then fetches the element in the prompt's language. Until then,
 * and where it cannot run, the form inside the tag does the work.
 *
 * It is built twice: for everybody, and for sites that have an address of their own,
 * where the service puts the site's settings around it.
 */
import { primaryLanguage, visitorLanguages } from '../locales/languages.ts';
import { isPromptOff } from '../server/contract/prompt-off.ts';
import type { LoaderSettings } from '../server/contract/loader-settings.ts';

declare const siteSettings: LoaderSettings | undefined;

// Read at once: a classic script's import() is resolved against the page, not the script.
const script = document.currentScript as HTMLScriptElement;
const prompts = document.getElementsByTagName('page-feedback');
const found = new WeakSet<Element>();
const { target } = script.dataset;

/** The prompt for the element that `data-target` names, with the script's other `data-*`. */
const own = document.createElement('page-feedback');
for (const { name, value } of script.attributes) {
  if (name.startsWith('data-')) own.setAttribute(name.slice(5), value);
}

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target: prompt } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(prompt);
      const wish = primaryLanguage(prompt.closest<HTMLElement>('[lang]')?.lang ?? '');
      let address = script.src;
      let known: string = visitorLanguages.find((language) => language === wish) ?? 'sv';
      if (siteSettings) {
        const { languages } = siteSettings;
        const [language, attributes] = languages.find(([each]) => each === wish) ??
          languages[0] ?? ['sv', {}];
        known = language;
        for (const [name, value] of Object.entries(attributes)) {
          if (!prompt.hasAttribute(name)) prompt.setAttribute(name, value);
        }
        address = address.replace(/sites\/[^/]+\//, '');
      }
      // A failure leaves the form inside the tag as it is.
      import(address.replace(/\.js(?=$|\?)/, `.${known}$&`)).catch(() => {});
    }
  },
  { rootMargin: '50%' },
);

/** Prompts that are hidden because they are switched off where the visitor is. */
const hidden = new WeakSet<Element>();
/** Those that came before this script, or that it has let be: they may have been painted. */
const wasThere = new WeakSet<Element>();
let isStarting = true;
const place = document.createElement('a');

/** Takes the prompts of switched-off pages out of sight, before the page is painted if it can. */
function hideSwitchedOff({ off }: LoaderSettings) {
  for (const prompt of prompts) {
    const mayBePainted = isStarting || wasThere.has(prompt);
    wasThere.add(prompt);
    // A link reads any text as an address, and never throws.
    place.href = prompt.getAttribute('page') ?? location.href;
    const isOff = isPromptOff(place.pathname, off);
    if (isOff === hidden.has(prompt)) continue;
    hidden[isOff ? 'add' : 'delete'](prompt);
    // Where a prompt may have been painted its room stays, so that nothing below it moves.
    const isSeen = mayBePainted && prompt.getBoundingClientRect().top < innerHeight;
    (prompt as HTMLElement).style.visibility = isOff && isSeen ? 'hidden' : '';
    prompt.toggleAttribute('hidden', isOff && !isSeen);
  }
  isStarting = false;
}

function look() {
  // While the page is being read, the last place in an element is not known yet. The same prompt
  // comes back where an application has replaced its place, with what was written in it.
  if (target && !own.isConnected && document.readyState !== 'loading') {
    try {
      document.querySelector(target)?.append(own);
    } catch {
      // What is no selector names no place.
    }
  }
  if (siteSettings) hideSwitchedOff(siteSettings);
  for (const prompt of prompts) {
    if (siteSettings && hidden.has(prompt)) continue;
    if (!found.has(prompt)) observer.observe(prompt);
    found.add(prompt);
  }
}

look();
document.addEventListener('DOMContentLoaded', look);
// Sees prompts that come later, whether the parser or a script puts them in. Not at once: an
// application that takes the prompt away each time would hang the page.
new MutationObserver(() => {
  if (siteSettings) hideSwitchedOff(siteSettings);
  setTimeout(look);
}).observe(document, { childList: true, subtree: true });
