import assert from 'node:assert/strict';
import { answerByForm, commentByForm } from './embedding-form.ts';
import type { Visit, Website } from './embedding-website.ts';

/** Visits to pages with the prompt of the guide. */
export interface GuideVisits {
  /** The prompt of the guide with another script, or its own. */
  visit: (headers: Record<string, string>, script?: string, options?: object) => Promise<Visit>;
  /** What the page shows when no element has come: the form, which works. */
  usesForm: (visit: Visit) => Promise<void>;
}

export const createGuideVisits = (website: Website): GuideVisits => ({
  visit(headers, script, options = {}) {
    const path = website.newPath();
    const [form = '', loader = ''] = website
      .guide('html', '<div data-nosnippet>', path)
      .split(/(?=<script)/);
    return website.visit({ path, headers, body: form + (script ?? loader), ...options });
  },
  async usesForm({ page, path }) {
    await page.waitForLoadState('load');
    const shadow = await page.evaluate(
      () => document.querySelector('page-feedback')?.shadowRoot !== null,
    );
    assert.equal(shadow, false, 'the element has come');
    await answerByForm(page, 'no');
    await commentByForm(page, 'Ord');
    assert.deepEqual(
      website.stored(path).map(({ answer, comment }) => [answer, comment]),
      [['no', 'Ord']],
    );
  },
});
