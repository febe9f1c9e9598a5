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
let { target } = script.dataset;

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

/** Puts a prompt last in the element that `data-target` names, with the script's other `data-*`. */
function place() {
  // While the page is being read, the last place in an element is not known yet.
  const place = target && document.readyState !== 'loading' && document.querySelector(target);
  if (!place) return;
  target = '';
  const prompt = document.createElement('page-feedback');
  for (const { name, value } of script.attributes) {
    if (name.startsWith('data-')) prompt.setAttribute(name.slice(5), value);
  }
  place.append(prompt);
}

function look() {
  place();
  for (const prompt of prompts) {
    if (!found.has(prompt)) observer.observe(prompt);
    found.add(prompt);
  }
}

look();
document.addEventListener('DOMContentLoaded', look);
// Sees prompts that come later, whether the parser or a script puts them in.
new MutationObserver(look).observe(document, { childList: true, subtree: true });
