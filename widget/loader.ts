/**
 * The one script that every page view pays for. It waits until a prompt nears
 * the viewport, then fetches the element in the prompt's language. Until then,
 * and where it cannot run, the form inside the tag does the work.
 */
import { primaryLanguage, visitorLanguages } from '../locales/languages.ts';

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
      const known = visitorLanguages.find((language) => language === wish) ?? 'sv';
      // A failure leaves the form inside the tag as it is.
      import(script.src.replace(/\.js(?=$|\?)/, `.${known}$&`)).catch(() => {});
    }
  },
  { rootMargin: '50%' },
);

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
  for (const prompt of prompts) {
    if (!found.has(prompt)) observer.observe(prompt);
    found.add(prompt);
  }
}

look();
document.addEventListener('DOMContentLoaded', look);
// Sees prompts that come later, whether the parser or a script puts them in. Not at once: an
// application that takes the prompt away each time would hang the page.
new MutationObserver(() => setTimeout(look)).observe(document, { childList: true, subtree: true });
