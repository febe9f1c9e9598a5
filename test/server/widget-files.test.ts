import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { Hono } from 'hono';
import { z } from 'zod';
import { visitorLanguages } from '../../locales/languages.ts';
import { createWidgetFiles } from '../../server/widget-files.ts';
import { assertProblem } from '../support/assert-problem.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const folder = resolve(import.meta.dirname, '../../dist/widget');
const loader = 'page-feedback.js';
const elements = visitorLanguages.map((language) => `page-feedback.${language}.js`);

const read = (file: string) => readFileSync(resolve(folder, file), 'utf8');

const packageFile = resolve(import.meta.dirname, '../../package.json');
const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(packageFile, 'utf8')));

const integritySchema = z.strictObject({
  version: z.string(),
  files: z.record(z.string(), z.strictObject({ address: z.string(), integrity: z.string() })),
});

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

  const ask = (path: string, headers: HeadersInit = {}, method = 'GET') =>
    fetch(`${service.url}/widget/${path}`, { headers, method });

  for (const file of [loader, ...elements]) {
    for (const [address, cacheControl] of [
      [file, 'public, max-age=3600, stale-while-revalidate=86400'],
      [`${version}/${file}`, 'public, max-age=31536000, immutable'],
    ] as const) {
      it(`hands out ${address} to any website, compressed`, async () => {
        const response = await ask(address, { 'accept-encoding': 'gzip, br' });
        assert.equal(response.status, 200);
        assert.equal(await response.text(), read(file));
        const { headers } = response;
        assert.equal(headers.get('content-encoding'), 'br');
        assert.equal(headers.get('cache-control'), cacheControl);
        assert.equal(headers.get('content-type'), 'text/javascript; charset=utf-8');
        assert.equal(headers.get('access-control-allow-origin'), '*');
        assert.equal(headers.get('cross-origin-resource-policy'), 'cross-origin');
        assert.equal(headers.get('x-content-type-options'), 'nosniff');
        assert.match(headers.get('vary') ?? '', /Accept-Encoding/i);
        assert.equal(headers.get('set-cookie'), null);
      });
    }
  }

  for (const [wish, encoding] of [
    ['br', 'br'],
    ['BR', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, br;q=0.1', 'br'],
    ['*', 'br'],
    ['br, identity;q=0', 'br'],
    ['br; q=1, identity; q=0.5', 'br'],
    ['identity', null],
    ['gzip', null],
    ['', null],
    ['br;q=0', null],
    ['br;q=0.000, *', null],
    ['gzip, *;q=0', null],
    ['identity, br;q=0.5', null],
    ['x-br, brotli, br-x', null],
  ] as const) {
    const answer = encoding === null ? 'no compression' : 'brotli';
    it(`answers with ${answer} to “Accept-Encoding: ${wish}”`, async () => {
      const response = await ask(loader, { 'accept-encoding': wish });
      assert.equal(response.status, 200);
      assert.equal(response.headers.get('content-encoding'), encoding);
      assert.equal(await response.text(), read(loader));
    });
  }

  for (const address of [loader, `${version}/${loader}`]) {
    it(`tells of ${address} without sending it when only the head is asked for`, async () => {
      for (const encoding of ['br', 'identity']) {
        const whole = await ask(address, { 'accept-encoding': encoding });
        const head = await ask(address, { 'accept-encoding': encoding }, 'HEAD');
        assert.equal(head.status, 200);
        assert.equal(await head.text(), '');
        for (const name of ['content-length', 'content-encoding', 'etag', 'cache-control']) {
          assert.equal(head.headers.get(name), whole.headers.get(name), `${encoding} ${name}`);
        }
        assert.ok(Number(head.headers.get('content-length')) > 0);
      }
    });

    it(`does not send ${address} again to one who has it`, async () => {
      const tags = new Set<string>();
      for (const encoding of ['br', 'identity']) {
        const had = await ask(address, { 'accept-encoding': encoding });
        await had.arrayBuffer();
        const tag = had.headers.get('etag') ?? '';
        assert.match(tag, /^"[^"]+"$/);
        tags.add(tag);
        for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
          const again = await ask(address, {
            'accept-encoding': encoding,
            'if-none-match': known,
          });
          assert.equal(again.status, 304, known);
          assert.equal(await again.text(), '');
          assert.equal(again.headers.get('etag'), tag);
          for (const name of ['cache-control', 'vary', 'access-control-allow-origin']) {
            assert.equal(again.headers.get(name), had.headers.get(name), name);
          }
        }
        const changed = await ask(address, { 'if-none-match': '"other"' });
        assert.equal(changed.status, 200);
        await changed.arrayBuffer();
      }
      // What is compressed and what is not are different bytes: a cache may not mix them up.
      assert.equal(tags.size, 2);
    });
  }

  it('tells the address and the hash with which a page can pin each file', async () => {
    const response = await ask('integrity.json');
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^application\/json\b/);
    assert.equal(response.headers.get('access-control-allow-origin'), '*');
    assert.equal(response.headers.get('cache-control'), 'no-cache');
    const told = integritySchema.parse(await response.json());
    assert.equal(told.version, version);
    assert.deepEqual(Object.keys(told.files).sort(), [loader, ...elements].sort());
    for (const [file, { address, integrity }] of Object.entries(told.files)) {
      const pinned = await fetch(new URL(address, response.url));
      assert.match(pinned.headers.get('cache-control') ?? '', /\bimmutable\b/);
      const content = new Uint8Array(await pinned.arrayBuffer());
      assert.equal(Buffer.from(content).toString(), read(file));
      const hash = createHash('sha384').update(content).digest('base64');
      assert.equal(integrity, `sha384-${hash}`);
    }
  });

  it('tells addresses below the path of its public address', async () => {
    const noSite = () => Promise.resolve(undefined);
    const folderAddress = pathToFileURL(`${folder}/`);
    const app = new Hono().route('/gensvar/widget', createWidgetFiles(folderAddress, noSite));
    const response = await app.request('/gensvar/widget/integrity.json');
    const { files } = integritySchema.parse(await response.json());
    assert.equal(files[loader]?.address, `/gensvar/widget/${version}/${loader}`);
    assert.equal((await app.request(files[loader].address)).status, 200);
  });

  it('refuses another version, and says where the newest one is', async () => {
    for (const other of ['0.0.0', '99.0.0', 'latest', `v${version}`]) {
      for (const file of [loader, ...elements]) {
        const response = await ask(`${other}/${file}`);
        // A page that asks may read why, from wherever it is.
        assert.equal(response.headers.get('access-control-allow-origin'), '*');
        const problem = await assertProblem(response, { status: 404, kind: 'not-found' });
        assert.match(problem.detail, new RegExp(`always at /widget/${file}\\.$`));
        assert.ok(problem.detail.includes(version), problem.detail);
      }
    }
  });

  it('has no other file there', async () => {
    for (const path of [
      'page-feedback.xx.js',
      `${version}/page-feedback.xx.js`,
      `${version}/integrity.json`,
      `${version}/`,
      '..%2f..%2fpackage.json',
      '%2e%2e/package.json',
    ]) {
      await assertProblem(await ask(path), { status: 404, kind: 'not-found' });
    }
  });
});
