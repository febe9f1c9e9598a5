import { onTestEnd } from './on-test-end.ts';
import { waitUntil } from './wait-until.ts';

/** What the service serves: the built loader and elements, from another origin. */
export const service =
  document.querySelector<HTMLMetaElement>('meta[name="test-service"]')?.content ?? '';

export type Frame = Window & typeof globalThis;

/** A page of its own, in a frame: each loads its own script and registers its own element. */
export async function openPage(markup: string, language = 'sv'): Promise<Frame> {
  const html = `<!doctype html><html lang="${language}"><head><title>Sida</title>
    <link rel="canonical" href="${location.origin}/sida"></head><body>${markup}</body></html>`;
  const frame = document.createElement('iframe');
  // An address of its own: what stands in `srcdoc` has no origin that a page could name.
  frame.src = URL.createObjectURL(new Blob([html], { type: 'text/html; charset=utf-8' }));
  frame.style.cssText = 'position: fixed; inset: 0; inline-size: 700px; block-size: 500px';
  const loaded = new Promise((resolve) => {
    frame.addEventListener('load', resolve, { once: true });
  });
  document.body.append(frame);
  // Laid out before its page is read: what is not, Firefox may take to be in sight.
  frame.getBoundingClientRect();
  onTestEnd(() => {
    frame.remove();
    URL.revokeObjectURL(frame.src);
  });
  await loaded;
  return frame.contentWindow as Frame;
}

export const script = (address = `${service}/widget/page-feedback.js`) =>
  `<script src="${address}" defer></script>`;

export const form = `<form method="post" action="${service}/feedback/v1/responses">
  <input type="hidden" name="page" value="${location.origin}/sida">
  <h2>Hjälpte denna information dig?</h2>
  <button name="answer" value="yes">Ja</button> <button name="answer" value="no">Nej</button>
</form>`;

export const promptIn = (page: Frame) => {
  const prompt = page.document.querySelector('page-feedback');
  if (!prompt) throw new Error('The page has no prompt.');
  return prompt;
};

export const rootOf = (page: Frame) => promptIn(page).shadowRoot;
export const upgraded = (page: Frame) =>
  waitUntil(() => rootOf(page)?.querySelector('section'), 'the prompt');

/** The files of the element that a page has asked for, by their last names. */
export const elementsOf = (page: Frame) =>
  page.performance
    .getEntriesByType('resource')
    .map(({ name }) => name.replace(/.*\//, ''))
    .filter((name) => /^page-feedback\.[a-z]+\.js/.test(name));

export const button = (page: Frame, value: string) => {
  const found = rootOf(page)?.querySelector(`button[value=${value}]`);
  if (!found) throw new Error(`The prompt has no answer ${value}.`);
  return found as HTMLButtonElement;
};
