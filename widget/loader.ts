/**
 * The one script that every page view pays for. It waits until a prompt nears
 * the viewport, then fetches the element in the prompt's language. Until then,
 * and where it cannot run, the form inside the tag does the work.
 */
import { visitorLanguages } from '../locales/languages.ts';

// Read at once: a classic script's import() is resolved against the page, not the script.
const { src } = document.currentScript as HTMLScriptElement;
const prompts = document.getElementsByTagName('page-feedback');
const found = new WeakSet<Element>();

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue;
      observer.unobserve(target);
      const [wish] = target.closest<HTMLElement>('[lang]')?.lang.toLowerCase().split('-') ?? [];
      const known = visitorLanguages.find((language) => language === wish) ?? 'sv';
      // A failure leaves the form inside the tag as it is.
      import(src.replace(/js$/, `${known}.js`)).catch(() => {});
    }
  },
  { rootMargin: '50%' },
);

function look() {
  for (const prompt of prompts) {
    if (!found.has(prompt)) observer.observe(prompt);
    found.add(prompt);
  }
}

look();
// Sees prompts that come later, whether the parser or a script puts them in.
new MutationObserver(look).observe(document, { childList: true, subtree: true });
