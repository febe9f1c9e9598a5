import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { assertProblem } from '../support/assert-problem.ts';
import { sendJson, transports } from '../support/send-response.ts';
import { countRows } from '../support/stored-rows.ts';
import { startTestService, type TestService } from '../support/test-service.ts';

const site = 'https://www.example.se';
const otherSite = 'https://www.other.example';
const refused = { status: 403, kind: 'origin-not-allowed' };

let service: TestService;
before(async () => {
  service = await startTestService({ pageOrigin: site });
  await service.addSite({ key: 'other', origins: [otherSite], foldWww: true });
});
after(async () => {
  await service.stop();
  assert.deepEqual(service.faults, []);
});

const answer = (page = `${site}/e-faktura`) => ({ id: crypto.randomUUID(), page, answer: 'yes' });

const corsHeaders = (response: Response) =>
  [...response.headers.keys()].filter((name) => name.startsWith('access-control-'));

for (const [transport, send] of Object.entries(transports)) {
  describe(`${transport} from a page of the site`, () => {
    it('is taken in, and the page may read the answer', async () => {
      const response = await send(service.url, answer(), { origin: site });
      assert.equal(response.status, 201);
      assert.equal(response.headers.get('access-control-allow-origin'), site);
      assert.match(response.headers.get('vary') ?? '', /\borigin\b/i);
    });

    it('lets the page read why it was refused', async () => {
      const response = await send(service.url, { ...answer(), answer: '' }, { origin: site });
      assert.equal(response.headers.get('access-control-allow-origin'), site);
      assert.equal(response.status, 422);
    });

    it('never takes cookies along', async () => {
      const response = await send(service.url, answer(), { origin: site });
      assert.equal(response.headers.get('access-control-allow-credentials'), null);
      assert.equal(response.headers.get('set-cookie'), null);
    });

    it('may come from its address with or without www, where the site folds it', async () => {
      for (const origin of [otherSite, 'https://other.example']) {
        const response = await send(service.url, answer(`${otherSite}/a`), { origin });
        assert.equal(response.status, 201);
        assert.equal(response.headers.get('access-control-allow-origin'), origin);
      }
    });
  });

  describe(`${transport} from elsewhere`, () => {
    const foreign = [
      'https://evil.example',
      'http://www.example.se',
      'https://example.se',
      'https://www.example.se:8443',
      'https://www.example.se.evil.example',
      'https://evil.example/https://www.example.se',
      'nonsense',
    ];
    for (const origin of foreign) {
      it(`is refused from ${origin}, and cannot be read there`, async () => {
        const rows = countRows(service.database);
        const response = await send(service.url, answer(), { origin });
        await assertProblem(response.clone(), refused);
        assert.deepEqual(corsHeaders(response), []);
        assert.deepEqual(countRows(service.database), rows);
      });
    }

    it('is refused from a page of another registered site', async () => {
      const rows = countRows(service.database);
      await assertProblem(await send(service.url, answer(), { origin: otherSite }), refused);
      assert.deepEqual(countRows(service.database), rows);
    });

    it('is refused when only the referrer tells so', async () => {
      const rows = countRows(service.database);
      for (const referer of ['https://evil.example/page?q=1', `${otherSite}/`]) {
        await assertProblem(await send(service.url, answer(), { referer }), refused);
      }
      assert.deepEqual(countRows(service.database), rows);
    });

    it('is refused when the referrer is right but the origin is not', async () => {
      const headers = { origin: 'https://evil.example', referer: `${site}/` };
      await assertProblem(await send(service.url, answer(), headers), refused);
    });
  });

  describe(`${transport} from a browser that does not tell from where`, () => {
    const silent: Record<string, Record<string, string>> = {
      'no header': {},
      'the origin null': { origin: 'null' },
      'the origin null and another referrer': { origin: 'null', referer: 'https://evil.example/' },
      'a referrer of the site': { referer: `${site}/e-faktura` },
      'an empty referrer': { referer: '' },
      'a referrer that is no address': { referer: 'about:client' },
    };
    for (const [name, headers] of Object.entries(silent)) {
      it(`is taken in: ${name}`, async () => {
        const response = await send(service.url, answer(), headers);
        assert.equal(response.status, 201);
        assert.deepEqual(corsHeaders(response), []);
      });
    }
  });

  it(`${transport} from the service's own pages is taken in for every site`, async () => {
    for (const page of [`${site}/a`, `${otherSite}/a`]) {
      const headers = { origin: service.url, referer: `${service.url}/feedback/v1/form` };
      assert.equal((await send(service.url, answer(page), headers)).status, 201);
    }
  });
}

describe('a browser that asks before it sends', () => {
  const ask = (origin?: string) =>
    fetch(`${service.url}/feedback/v1/responses`, {
      method: 'OPTIONS',
      headers: {
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
        ...(origin && { origin }),
      },
    });

  it('is allowed from a registered site', async () => {
    const response = await ask(site);
    assert.equal(response.status, 204);
    assert.equal(response.headers.get('access-control-allow-origin'), site);
    assert.equal(response.headers.get('access-control-allow-methods'), 'POST');
    assert.match(response.headers.get('access-control-allow-headers') ?? '', /\bcontent-type\b/);
    assert.match(response.headers.get('vary') ?? '', /\borigin\b/i);
    assert.equal(response.headers.get('access-control-allow-credentials'), null);
  });

  it('is told no origin from anywhere else', async () => {
    for (const origin of ['https://evil.example', 'null', undefined]) {
      const response = await ask(origin);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
    }
  });
});

it('a page of the site may read when to try again', async () => {
  const response = await sendJson(service.url, answer(), { origin: site });
  assert.match(response.headers.get('access-control-expose-headers') ?? '', /\bRetry-After\b/i);
});
