import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleSmall } from '../../../widget/build/bundle-small.ts';
import { compactTemplates } from '../../../widget/build/compact-templates.ts';

/** The least that can be done, to know what measuring itself costs. */
const nothing = `
  document.querySelector('page-feedback').attachShadow({ mode: 'open' }).textContent = 'Text';`;

/** A `LitElement` that renders a line of text. */
const bareLitElement = `
  import { LitElement, css, html } from 'lit';
  class Bare extends LitElement {
    static styles = css\`:host { display: block }\`;
    render() { return html\`<p>\${'Text'}</p>\`; }
  }
  customElements.define('page-feedback', Bare);`;

/** A `LitElement` that looks as the prompt does at first, and does nothing: what markup and styles cost. */
const lookAlike = `
  import { LitElement, html, unsafeCSS } from 'lit';
  import { pageFeedbackStyles } from './widget/page-feedback-styles.ts';
  class LookAlike extends LitElement {
    static styles = unsafeCSS(pageFeedbackStyles);
    render() {
      return html\`<section aria-labelledby="question">
        <h2 id="question" part="question">\${'Hjälpte denna information dig?'}</h2>
        <p part="purpose">\${'Ditt svar hjälper oss att förbättra sidan.'}</p>
        <div role="group" aria-labelledby="question" part="answers">
          <button type="button" part="answer" aria-pressed="false">\${'Ja'}</button>
          <button type="button" part="answer" aria-pressed="false">\${'Nej'}</button>
        </div>
        <div class="room" data-room=""><p role="status" part="status"></p></div>
      </section>\`;
    }
  }
  customElements.define('page-feedback', LookAlike);`;

/**
 * The modules that are compared: each gives `<page-feedback>` a root, all bundled alike.
 * @param root the project's folder, where the element has been built
 */
export async function comparedElements(root: string) {
  const bundle = (contents: string) =>
    bundleSmall({
      absWorkingDir: root,
      stdin: { contents, resolveDir: root, loader: 'js' },
      format: 'esm',
      plugins: [compactTemplates(resolve(root, 'widget'))],
    });
  return {
    nothing: await bundle(nothing),
    bareLitElement: await bundle(bareLitElement),
    lookAlike: await bundle(lookAlike),
    prompt: readFileSync(resolve(root, 'dist/widget/page-feedback.sv.js'), 'utf8'),
  };
}
