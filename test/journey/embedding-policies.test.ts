import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { z } from 'zod';
import { findBrowsers } from '../run/find-browsers.ts';
import { policyHeader, readPolicy, type Policy } from '../support/embedding-policy.ts';
import { createGuideVisits, type GuideVisits } from '../support/embedding-guide-visits.ts';
import { openWebsite, type Website } from '../support/embedding-website.ts';

const integritySchema = z.object({
  version: z.string(),
  files: z.record(z.string(), z.object({ address: z.string(), integrity: z.string() })),
});

const trusted = { 'require-trusted-types-for': "'script'" };

for (const browser of findBrowsers(process.env)) {
  describe(`embedding under the website’s policies, in ${browser.name}`, () => {
    let website: Website;
    let visits: GuideVisits;
    /** The policy of the guide, on a page that allows nothing else. */
    let policy: Policy;
    before(async () => {
      website = await openWebsite(browser);
      visits = createGuideVisits(website);
      policy = readPolicy(website.guide('http', 'script-src'));
    });
    afterEach(() => website.leave());
    after(() => website.close());

    const visit: GuideVisits['visit'] = (...how) => visits.visit(...how);
    const usesForm: GuideVisits['usesForm'] = (visited) => visits.usesForm(visited);
    const answers = (path: string) => website.stored(path).map(({ answer }) => answer);

    describe('a strict Content Security Policy', () => {
      it('needs the lines of the guide and no more', async () => {
        const { prompt, path, errors } = await visit(
          policyHeader({ ...policy, ...trusted, 'trusted-types': 'lit-html' }),
        );
        await prompt().answer('no');
        await prompt().comment('Ord');
        assert.deepEqual(answers(path), ['no']);
        assert.deepEqual(errors, []);
      });

      it('leaves the form when the script is not allowed', async () => {
        await usesForm(await visit(policyHeader({ ...policy, 'script-src': "'self'" })));
      });

      it('tells of failure and keeps the words when sending is not allowed', async () => {
        const { prompt, path } = await visit(policyHeader({ ...policy, 'connect-src': "'self'" }));
        await prompt().press('no');
        await prompt().told(/gick inte att skicka/);
        await prompt().write('Ord som ska finnas kvar');
        await prompt().send();
        await prompt().told(/Din text finns kvar/);
        assert.equal(await prompt().written(), 'Ord som ska finnas kvar');
        assert.equal(await prompt().pressed(), 'no');
        assert.deepEqual(answers(path), []);
      });

      it('sends nothing by the form when that is not allowed', async () => {
        const headers = policyHeader({
          ...policy,
          'script-src': "'self'",
          'form-action': "'self'",
        });
        const { page, path } = await visit(headers);
        const address = page.url();
        const blocked = page.evaluate(
          () =>
            new Promise<string>((resolve) => {
              document.addEventListener('securitypolicyviolation', (event) => {
                resolve(event.effectiveDirective);
              });
            }),
        );
        await page.locator('button[name=answer][value=no]').click({ noWaitAfter: true });
        assert.equal(await blocked, 'form-action');
        assert.equal(page.url(), address);
        assert.deepEqual(answers(path), []);
      });

      for (const more of ['', " 'strict-dynamic'"]) {
        it(`needs no address where the script has a nonce${more}`, async () => {
          const nonce = { ...policy, 'script-src': `'nonce-c2lkYW4='${more}` };
          const tag = website.loader.replace('<script', '<script nonce="c2lkYW4="');
          const { prompt, path } = await visit(policyHeader(nonce), tag);
          await prompt().answer('yes');
          assert.deepEqual(answers(path), ['yes']);
        });
      }

      it('can require a referrer policy and an embedder policy', async () => {
        const headers = {
          'referrer-policy': 'no-referrer',
          'cross-origin-embedder-policy': 'require-corp',
          'cross-origin-opener-policy': 'same-origin',
        };
        const { page, prompt, path } = await visit(headers);
        assert.equal(await page.evaluate(() => window.crossOriginIsolated), true);
        await prompt().answer('yes');
        assert.deepEqual(answers(path), ['yes']);
        await usesForm(await visit(headers, ''));
      });
    });

    describe('Trusted Types', () => {
      const twoLanguages = `<page-feedback></page-feedback>
        <div lang="en"><page-feedback></page-feedback></div>`;
      const visitTwo = (types: string) =>
        website.visit({
          headers: policyHeader({ ...policy, ...trusted, 'trusted-types': types }),
          body: twoLanguages + website.loader,
        });

      it('leave the form when the templates are not allowed', async () => {
        await usesForm(
          await visit(policyHeader({ ...policy, ...trusted, 'trusted-types': 'other' })),
        );
      });

      it('take two languages when the name may be used twice', async () => {
        const { prompt } = await visitTwo("lit-html 'allow-duplicates'");
        await prompt(0).untilAsks('Hjälpte denna information dig?');
        // Its language may come after the element, which then speaks the first one's.
        await prompt(1).untilAsks('Did this information help you?');
      });

      it('let the first language speak for both when it may not', async () => {
        const { prompt, path } = await visitTwo('lit-html');
        assert.equal(await prompt(1).question(), await prompt(0).question());
        await prompt(1).answer('no');
        assert.deepEqual(answers(path), ['no']);
      });
    });

    describe('integrity', () => {
      let hashes: { version: string; loader: string; element: string };
      before(async () => {
        const response = await fetch(`${website.front.url}/widget/integrity.json`);
        const { version, files } = integritySchema.parse(await response.json());
        const loader = files['page-feedback.js']?.integrity ?? '';
        hashes = { version, loader, element: files['page-feedback.sv.js']?.integrity ?? '' };
      });

      /** A tag of the guide, with the hashes of this version or others. */
      const pinned = (containing: string, { loader, element } = hashes) =>
        website
          .guide('html', containing)
          .replaceAll('VERSION', hashes.version)
          .replaceAll('LOADER-HASH', loader)
          .replaceAll('ELEMENT-HASH', element);

      const elementTag = (values = hashes) => pinned('page-feedback.sv.js" integrity', values);
      const bothTags = (values = hashes) => pinned('importmap', values);
      const loaderTag = () => bothTags().replace(/^.*<\/script>\n(?=<script src)/, '');

      it('lets the right loader run', async () => {
        const { prompt, path } = await visit({}, loaderTag());
        await prompt().answer('yes');
        assert.deepEqual(answers(path), ['yes']);
      });

      it('stops another loader, and the form stays', async () => {
        await usesForm(await visit({}, loaderTag().replace(hashes.loader, hashes.element)));
      });

      it('lets the right element run without loader', async () => {
        const tag = elementTag();
        const { prompt, path } = await visit({}, tag);
        await prompt().answer('yes');
        assert.deepEqual(answers(path), ['yes']);
        assert.deepEqual(
          website.front.requests.map(({ path: asked }) => asked),
          [`/widget/${hashes.version}/page-feedback.sv.js`, '/feedback/v1/responses'],
        );
      });

      it('stops another element, and the form stays', async () => {
        const wrong = { ...hashes, element: hashes.loader };
        await usesForm(await visit({}, elementTag(wrong)));
      });

      it('lets the right loader import the right element', async () => {
        const tag = bothTags();
        const { prompt, path } = await visit({}, tag);
        await prompt().answer('yes');
        assert.deepEqual(answers(path), ['yes']);
      });

      it('stops another element that the loader imports, and the form stays', async () => {
        const wrong = { ...hashes, element: hashes.loader };
        const tag = bothTags(wrong);
        await usesForm(await visit({}, tag));
      });

      it('allows the element by a policy of hashes', async () => {
        const tag = elementTag();
        const headers = policyHeader({ ...policy, 'script-src': `'${hashes.element}'` });
        const { prompt, path } = await visit(headers, tag);
        await prompt().answer('yes');
        assert.deepEqual(answers(path), ['yes']);
      });

      it('cannot allow the loader by a policy of hashes: the form stays', async () => {
        const sources = `'${hashes.loader}' '${hashes.element}' 'strict-dynamic'`;
        const headers = policyHeader({ ...policy, 'script-src': sources });
        await usesForm(await visit(headers, loaderTag()));
      });
    });
  });
}
