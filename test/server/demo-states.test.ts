import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { acknowledgementSchema } from '../../server/contract/acknowledgement-schema.ts';
import { problemSchema } from '../../server/contract/problem-schema.ts';
import { createDemo } from '../../server/demo/demo.ts';
import { stateGroups } from '../../server/demo/state-examples.ts';

const createSite = () => createDemo({ publicUrl: () => 'https://svar.example', basePath: '' });

const post = (kind: string, fields: Record<string, string>, signal?: AbortSignal) =>
  createSite().request(`/states/service/${kind}/feedback/v1/responses`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    ...(signal && { signal }),
  });

const answer = { id: crypto.randomUUID(), answer: 'no', revisionNo: '1' };
const comment = { ...answer, revisionNo: '2', comment: 'Jag hittade inte blanketten.' };

const troubles = [
  { kind: 'failing', status: 503, retryAfter: '30' },
  { kind: 'busy', status: 429, retryAfter: '60' },
  { kind: 'refusing', status: 422, retryAfter: null },
];

const assertTrouble = async (
  response: Response,
  { status, retryAfter }: (typeof troubles)[number],
) => {
  assert.equal(response.status, status);
  assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
  assert.equal(response.headers.get('retry-after'), retryAfter);
  assert.equal(problemSchema.parse(await response.json()).status, status);
};

describe('the fake services', () => {
  it('acknowledge as the real one does', async () => {
    const response = await post('working', comment);
    assert.equal(response.status, 201);
    const acknowledgement = acknowledgementSchema.parse(await response.json());
    assert.equal(acknowledgement.answer, 'no');
    assert.equal(acknowledgement.revisionNo, 2);
    assert.equal(acknowledgement.hasComment, true);
    assert.ok(acknowledgement.amendableUntil > acknowledgement.received);
  });

  for (const trouble of troubles) {
    it(`refuse every answer with ${trouble.status} when ${trouble.kind}`, async () => {
      await assertTrouble(await post(trouble.kind, answer), trouble);
    });

    it(`refuse only comments with ${trouble.status} when ${trouble.kind}-comments`, async () => {
      const response = await post(`${trouble.kind}-comments`, answer);
      assert.equal(response.status, 201);
      assert.equal(acknowledgementSchema.parse(await response.json()).hasComment, false);
      await assertTrouble(await post(`${trouble.kind}-comments`, comment), trouble);
    });
  }

  it('stay silent until the client leaves', async () => {
    const client = new AbortController();
    let ended = false;
    const response = Promise.resolve(post('silent-comments', comment, client.signal)).then(() => {
      ended = true;
    });
    for (let turn = 0; turn < 100; turn += 1) await new Promise(setImmediate);
    assert.equal(ended, false);
    client.abort();
    await response;
  });

  it('stay silent for a minute at most', async (context) => {
    context.mock.timers.enable({ apis: ['setTimeout'] });
    const response = post('silent', answer);
    await new Promise(setImmediate);
    context.mock.timers.tick(60_000);
    assert.equal((await response).status, 503);
  });

  it('answer pages of any site', async () => {
    for (const kind of ['working', 'failing', 'busy-comments']) {
      const { headers } = await post(kind, comment);
      assert.equal(headers.get('access-control-allow-origin'), '*');
    }
  });
});

describe('the page of all states', () => {
  it('shows each state against a fake service that exists', async () => {
    const page = await (await createSite().request('/states/')).text();
    const elements = [...page.matchAll(/<page-feedback\s+id="(.*?)"\s+service="(.*?)"/g)];
    const examples = stateGroups.flatMap((group) => group.examples);
    assert.deepEqual(
      elements.map((element) => element[1]),
      examples.map((example) => example.name),
    );
    assert.equal(new Set(examples.map((example) => example.name)).size, examples.length);
    for (const [, , service] of elements) {
      const kind = service?.replace('https://svar.example/demo/states/service/', '') ?? '';
      if (kind.startsWith('silent')) continue;
      assert.notEqual((await post(kind, answer)).status, 404, kind);
    }
  });
});
