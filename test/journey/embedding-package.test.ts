import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { findBrowsers } from '../run/find-browsers.ts';
import { readGuide } from '../support/embedding-guide.ts';
import { openPackageProject, type PackageProject } from '../support/embedding-package.ts';
import { openWebsite, type Website } from '../support/embedding-website.ts';

/** What a website may rely on, and what the types must refuse, written as it would write it. */
const uses = `
  import 'gensvar/page-feedback.sv.js';
  import 'gensvar/page-feedback.en.js';
  import type { FeedbackFailedEvent } from 'gensvar/page-feedback.sv.js';

  const prompt: HTMLElementTagNameMap['page-feedback'] = document.createElement('page-feedback');
  prompt.setAttribute('service', 'https://feedback.example.se');
  type Reason = 'offline' | 'service' | 'too-many' | 'closed';
  const failed = (event: FeedbackFailedEvent): Reason => event.reason;
  prompt.addEventListener('feedback-failed', failed);
  document.addEventListener('feedback-answered', (event) => {
    const answer: 'yes' | 'no' | 'partly' = event.answer;
    // @ts-expect-error There is no such answer.
    return answer === 'maybe';
  });
  window.addEventListener('feedback-submitted', (event) => {
    // @ts-expect-error No event carries the comment.
    return event.comment;
  });

  // @ts-expect-error There is no such language.
  export * from 'gensvar/page-feedback.xx.js';
  // @ts-expect-error The loader finds itself by its script tag: it cannot be imported.
  export * from 'gensvar/page-feedback.js';`;

let project: PackageProject;
before(async () => {
  project = await openPackageProject();
});
after(() => project.remove());

describe('the element’s npm package', () => {
  it('brings no other package', async () => {
    assert.deepEqual(await project.installed(), ['node_modules/gensvar']);
  });

  for (const resolution of ['bundler', 'nodenext'] as const) {
    it(`has types for a strict project that resolves as ${resolution}`, async () => {
      const guide = readGuide('ts', 'gensvar/', {
        service: 'https://a.example',
        page: 'https://b.example',
      });
      assert.equal(await project.check([uses, guide], resolution), '');
    });
  }

  it('is not dropped by a bundler that sees no use of it', async () => {
    for (const format of ['esm', 'iife'] as const) {
      const script = await project.bundle("import 'gensvar/page-feedback.sv.js';", format);
      assert.match(script, /customElements/);
      assert.match(script, /Hjälpte denna information dig|Hj\\xE4lpte denna information dig/);
    }
  });
});

for (const browser of findBrowsers(process.env)) {
  describe(`a website that bundles the element, in ${browser.name}`, () => {
    let website: Website;
    before(async () => {
      website = await openWebsite(browser);
    });
    afterEach(() => website.leave());
    after(() => website.close());

    const visit = async (code: string, format: 'esm' | 'iife') => {
      const path = website.newPath();
      const script = website.host.addScript(`${path}/main.js`, await project.bundle(code, format));
      const type = format === 'esm' ? 'type="module"' : 'defer';
      const body = `<main></main><script src="${script}" ${type}></script>`;
      return website.visit({ path, body });
    };

    for (const format of ['esm', 'iife'] as const) {
      it(`takes answers with the code of the guide, bundled as ${format}`, async () => {
        const code = website.guide('ts', 'gensvar/');
        const { prompt, path } = await visit(code, format);
        await prompt().answer('no');
        await prompt().comment('Från ett paket');
        assert.deepEqual(
          website.stored(path).map(({ answer, comment }) => [answer, comment]),
          [['no', 'Från ett paket']],
        );
        assert.deepEqual(
          website.front.requests.filter(({ method }) => method === 'GET'),
          [],
        );
      });
    }

    it('tells the visitor of failure when it does not say where the service is', async () => {
      const code = website.guide('ts', 'gensvar/').replace(/^prompt\.setAttribute.*$/m, '');
      const { prompt, path } = await visit(code, 'esm');
      await prompt().press('no');
      await prompt().told(/gick inte att skicka/);
      assert.deepEqual(website.stored(path), []);
    });
  });
}
