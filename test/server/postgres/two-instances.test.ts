import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { createSignInLink } from '../../../server/review/sign-in-link.ts';
import { openStore } from '../../../server/store/open-store.ts';
import type { Site, Store } from '../../../server/store/store.ts';
import { freePort } from '../../run/free-port.ts';
import { startGensvar, type GensvarProcess } from '../../support/gensvar-process.ts';
import { trustingSettings } from '../../support/trusting-settings.ts';
import { startRoundRobin, type RoundRobin } from '../../support/round-robin.ts';
import { sendForm } from '../../support/send-response.ts';
import { changeRows, readDays, readKeys, readRows } from '../../support/stored-rows.ts';
import { createTemporaryFolder, type TemporaryFolder } from '../../support/temporary-folder.ts';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.ts';

/** Starting processes takes its time on a busy machine. */
const slow = { timeout: 120_000 };

const page = 'https://www.example.se/e-faktura';

let folder: TemporaryFolder;
let database: TestDatabase;
/** A third process at the same database: the test itself. */
let store: Store;
let site: Site;
let front: RoundRobin;
let instances: GensvarProcess[];
/** The address of each instance. */
let bases: string[];

async function startBoth() {
  folder = await createTemporaryFolder();
  database = await createTestDatabase();
  store = await openStore({ database: database.database, amendmentHours: 24 });
  site = await addSite('test', 'https://www.example.se');
  front = await startRoundRobin();
  const ports = [await freePort(), await freePort()];
  instances = ports.map((port) =>
    startGensvar(['serve'], {
      folder: folder.path,
      environment: {
        PORT: String(port),
        PUBLIC_URL: front.url,
        GENSVAR_DATABASE: database.database,
      },
    }),
  );
  await Promise.all(instances.map((instance) => instance.ready()));
  bases = ports.map((port) => `http://127.0.0.1:${port}`);
  bases.forEach((base) => front.add(base));
}

async function stopBoth() {
  await front.close();
  for (const instance of instances) instance.kill();
  await Promise.all(instances.map((instance) => instance.ended()));
  await store.close();
  await database.remove();
  await folder.remove();
}

const addSite = (key: string, origin: string) =>
  store.addSite({
    ...{ key, name: key, origins: [origin] },
    ...{ foldWww: false, queryParameters: [], allowedNumbers: [], settings: trustingSettings },
  });

const answer = (more: Record<string, string> = {}) => ({
  id: crypto.randomUUID(),
  page,
  answer: 'yes',
  ...more,
});

/** What the stored responses, keys and counts come to; it fails where they disagree. */
async function storedAnswers(): Promise<number> {
  assert.deepEqual(await store.findCountDifferences(), []);
  const [row] = readRows<{ responses: number; keys: number }>(
    database.database,
    `select (select count(*) from response) as responses,
            (select count(*) from response_key join response
             on response.id = response_id) as keys`,
  );
  assert.equal(row?.keys, row?.responses);
  return row?.responses ?? 0;
}

describe('two instances behind one address', () => {
  before(startBoth, slow);
  after(stopBoth);
  beforeEach(() => {
    changeRows(
      database.database,
      `truncate response, response_key, page, page_day, site_day_page, site_day, page_total,
         comment, page_comments, page_span_comments, site_day_comments cascade`,
    );
  });

  it('share sessions: whoever has signed in at one is known at the other', slow, async () => {
    assert.equal((await sendForm(front.url, answer())).status, 201);
    const editor = await store.addEditor({ name: 'Redaktör', siteIds: [site.id] });
    const token = await createSignInLink(store, editor.id, () => new Date());
    const signedIn = await fetch(`${front.url}/review/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: front.url },
      body: new URLSearchParams({ token }),
    });
    assert.equal(signedIn.status, 303);
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    for (let turn = 0; turn < 4; turn += 1) {
      const list = await fetch(`${front.url}/review/`, { headers: { cookie } });
      assert.equal(list.status, 200);
      assert.match(await list.text(), /e-faktura/);
    }
  });

  it('amend each other’s responses', slow, async () => {
    const fields = answer();
    const statuses = [];
    for (const [base, change] of [
      [bases[0], {}],
      [bases[1], { comment: 'Det saknas ett datum.', revisionNo: '2' }],
      [bases[0], { answer: 'no', revisionNo: '3' }],
      [bases[1], { answer: 'no', revisionNo: '3' }],
    ] as const) {
      statuses.push((await sendForm(base ?? '', { ...fields, ...change })).status);
    }
    assert.deepEqual(statuses, [201, 200, 200, 200]);
    assert.equal(await storedAnswers(), 1);
    assert.partialDeepStrictEqual(readDays(database.database), [
      { address: page, yes: 0, no: 1, comments: 1 },
    ]);
  });

  it('count an answer once that comes to both at the same time', slow, async () => {
    for (let round = 0; round < 40; round += 1) {
      const fields = answer({ comment: 'En gång.' });
      const both = await Promise.all(bases.map((base) => sendForm(base, fields)));
      assert.deepEqual(both.map(({ status }) => status).sort(), [200, 201]);
    }
    assert.equal(await storedAnswers(), 40);
    assert.partialDeepStrictEqual(readDays(database.database), [{ yes: 40, comments: 40 }]);
  });

  it('lose no amendment when both amend the same response at the same time', slow, async () => {
    for (let round = 0; round < 20; round += 1) {
      const fields = answer();
      await sendForm(front.url, fields);
      const [answered, commented] = await Promise.all([
        sendForm(bases[0] ?? '', { ...fields, answer: 'no', revisionNo: '3' }),
        sendForm(bases[1] ?? '', { ...fields, comment: 'Jag menar nej.', revisionNo: '2' }),
      ]);
      assert.deepEqual([answered.status, commented.status], [200, 200]);
    }
    assert.equal(await storedAnswers(), 20);
    assert.partialDeepStrictEqual(readDays(database.database), [{ yes: 0, no: 20 }]);
  });

  it('both take answers about a site that was added meanwhile', slow, async () => {
    await addSite('new', 'https://ny.example.se');
    for (const base of bases) {
      // The register looks again after a second at the latest.
      let status = 0;
      for (let tries = 0; tries < 500 && status !== 201; tries += 1) {
        ({ status } = await sendForm(base, answer({ page: 'https://ny.example.se/sida' })));
      }
      assert.equal(status, 201);
    }
    assert.equal(await storedAnswers(), 2);
  });
});

describe('two instances under load', () => {
  beforeEach(startBoth, slow);
  afterEach(stopBoth);

  /** Sends an answer as the element does: again and again with the same id until it is stored. */
  async function sendUntilStored(fields: ReturnType<typeof answer>): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      const response = await sendForm(front.url, fields).catch(() => undefined);
      await response?.body?.cancel();
      if (response?.ok === true) return;
    }
    throw new Error('An answer was never stored.');
  }

  /**
   * Sixteen visitors at a time on ten pages. One in three answers is followed by a comment.
   * @param onStored is told how many have been stored so far
   */
  async function load(total: number, onStored: (stored: number) => void): Promise<string[]> {
    const ids: string[] = [];
    let begun = 0;
    const visitors = Array.from({ length: 16 }, async () => {
      while (begun < total) {
        begun += 1;
        const fields = answer({ page: `${page}/${begun % 10}` });
        await sendUntilStored(fields);
        if (begun % 3 === 0) {
          await sendUntilStored({ ...fields, ...{ comment: `Nummer ${begun}`, revisionNo: '2' } });
        }
        onStored(ids.push(fields.id));
      }
    });
    await Promise.all(visitors);
    return ids;
  }

  function assertAllKept(ids: string[]) {
    const kept = new Set(
      readKeys(database.database).map(({ key }) => Buffer.from(key).toString('hex')),
    );
    assert.deepEqual(
      ids.filter((id) => !kept.has(id.replaceAll('-', ''))),
      [],
    );
  }

  it('count right, each in rows of its own', slow, async () => {
    const ids = await load(300, () => {});
    assertAllKept(ids);
    assert.equal(await storedAnswers(), 300);
    const writers = readRows(database.database, 'select distinct writer from site_day');
    assert.equal(writers.length, 2);
  });

  it('lose nothing that was acknowledged when one is killed', slow, async () => {
    const ids = await load(300, (stored) => {
      if (stored === 80) instances[0]?.kill();
    });
    assertAllKept(ids);
    assert.equal(await storedAnswers(), 300);
  });

  it('lose nothing when their connections to the database are cut', slow, async () => {
    const ids = await load(300, (stored) => {
      if (stored !== 80 && stored !== 160) return;
      changeRows(
        database.database,
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
      );
    });
    assertAllKept(ids);
    assert.equal(await storedAnswers(), 300);
    for (const base of bases) assert.equal((await fetch(`${base}/readyz`)).status, 200);
  });
});
