import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { visitorLanguages } from '../../locales/languages.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const folder = resolve(import.meta.dirname, '../../dist/widget');
const loader = 'page-feedback.js';
const elements = visitorLanguages.map((language) => `page-feedback.${language}.js`);

const read = (file: string) => readFileSync(resolve(folder, file), 'utf8');

/** The size at brotli's best, 11: what a cache in front of the service would send. */
const brotliSize = (file: string) =>
  brotliCompressSync(read(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

describe('what a visitor downloads', () => {
  it('is a loader and one file for each language', () => {
    const files = readdirSync(folder).filter((file) => file.endsWith('.js'));
    assert.deepEqual(files.sort(), [loader, ...elements].sort());
  });

  it('is at most 500 bytes for every page view', () => {
    assert.ok(brotliSize(loader) <= 500, `${brotliSize(loader)} bytes`);
  });

  for (const file of elements) {
    it(`is at most 8,500 bytes for the element: ${file}`, () => {
      assert.ok(brotliSize(file) <= 8500, `${brotliSize(file)} bytes`);
    });
  }

  for (const file of [loader, ...elements]) {
    it(`has no zod in it: ${file}`, () => {
      assert.doesNotMatch(read(file), /ZodError|_zod\b|\$Zod|invalid_type|unrecognized_keys/);
    });

    it(`keeps nothing on the device and runs no text as code: ${file}`, () => {
      const forbidden =
        /\b(localStorage|sessionStorage|indexedDB|cookieStore|caches|serviceWorker|sendBeacon)\b|\.cookie\b|\beval\(|new Function\b|document\.write|\.outerHTML|insertAdjacentHTML/;
      assert.doesNotMatch(read(file), forbidden);
    });

    it(`names no host but those of its own and of XML: ${file}`, () => {
      const hosts = [...read(file).matchAll(/https?:\/\/[\w.-]+/g)].map(([host]) => host);
      assert.deepEqual(
        hosts.filter((host) => host !== 'http://www.w3.org'),
        [],
      );
    });
  }

  it('fetches one file from the loader, and none from the element', () => {
    assert.equal(read(loader).match(/\bimport\(/g)?.length, 1);
    assert.doesNotMatch(read(loader), /\bimport\s*["'{]|\bfrom\s*["']/);
    for (const file of elements) {
      assert.doesNotMatch(read(file), /\bimport\s*[("'{]|\bfrom\s*["']/, file);
    }
  });

  it('sets markup in no way but by Lit’s own templates', () => {
    for (const file of elements) {
      assert.equal(read(file).match(/\.innerHTML\b/g)?.length, 1, file);
    }
  });

  it('says the words of its own language only', () => {
    const question = { sv: 'Hjälpte denna information dig?', en: 'Did this information help you?' };
    for (const language of visitorLanguages) {
      for (const [other, words] of Object.entries(question)) {
        assert.equal(read(`page-feedback.${language}.js`).includes(words), other === language);
      }
    }
  });
});

describe('the service', () => {
  let service: TestService;
  before(async () => {
    service = await startTestService();
  });
  after(() => service.stop());

  for (const file of [loader, ...elements]) {
    it(`hands out ${file} to any website, compressed`, async () => {
      const response = await fetch(`${service.url}/widget/${file}`, {
        headers: { 'accept-encoding': 'gzip, br' },
      });
      assert.equal(response.status, 200);
      assert.equal(await response.text(), read(file));
      const { headers } = response;
      assert.equal(headers.get('content-encoding'), 'br');
      assert.equal(headers.get('content-type'), 'text/javascript; charset=utf-8');
      assert.equal(headers.get('access-control-allow-origin'), '*');
      assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.match(headers.get('vary') ?? '', /Accept-Encoding/i);
      assert.equal(headers.get('set-cookie'), null);
      const again = await fetch(`${service.url}/widget/${file}`, {
        headers: { 'if-none-match': headers.get('etag') ?? '' },
      });
      assert.equal(again.status, 304);
      const plain = await fetch(`${service.url}/widget/${file}`, {
        headers: { 'accept-encoding': 'identity' },
      });
      assert.equal(plain.headers.get('content-encoding'), null);
      assert.equal(await plain.text(), read(file));
    });
  }

  it('has no other file there', async () => {
    for (const path of ['page-feedback.xx.js', '..%2f..%2fpackage.json', '%2e%2e/package.json']) {
      assert.equal((await fetch(`${service.url}/widget/${path}`)).status, 404, path);
    }
  });
});
