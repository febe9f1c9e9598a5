import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createSignInLink } from '../../server/review/sign-in-link.ts';
import type { Editor, Role, Site } from '../../server/store/store.ts';
import { contentsOf, readForms, textOf, unescapeText } from '../support/read-markup.ts';
import { openReviewDesk, pressSignIn, type ReviewDesk } from '../support/review-desk.ts';

const origin = 'http://localhost';
const people = '/review/people';

let desk: ReviewDesk;
let chief: Editor;
beforeEach(async () => {
  desk = await openReviewDesk();
  chief = await add('Chefen', 'administrator');
  await desk.signIn(chief);
});
afterEach(() => desk.close());

const add = (name: string, role: Role, sites: Site[] = [desk.site]) =>
  desk.store.addEditor({ name, siteIds: sites.map(({ id }) => id), role });

const post = (path: string, fields: Record<string, string> = {}) =>
  desk.request(path, {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin' },
    body: new URLSearchParams(fields),
  });

async function addOtherSite(): Promise<Site> {
  const { id: _, ...site } = desk.site;
  return desk.store.addSite({ ...site, key: 'other', origins: ['https://other.example'] });
}

/** Signs somebody in at another browser. */
async function signInElsewhere(editor: Editor): Promise<void> {
  const press = pressSignIn(await createSignInLink(desk.store, editor.id, desk.clock));
  const headers = { 'sec-fetch-site': 'same-origin', cookie: 'gensvar=none' };
  await desk.request('/review/sign-in', { ...press, headers });
  assert.equal(await countSessions(editor), 1);
}

const countSessions = async ({ id }: Editor) =>
  (await desk.store.listSessions(id, { now: desk.clock(), usedSince: new Date(0) })).length;

const members = async (site = desk.site) =>
  (await desk.store.listMembers(site.id)).map(({ name, role }) => `${name}: ${role}`);

const siteIds = () => [desk.site.id];
const slice = { limit: 1, offset: 0 };
const newest = async () => (await desk.store.listAudit(siteIds(), slice))[0];

describe('the page of people', () => {
  it('tells who has which role, and leads to each', async () => {
    const markup = await desk.read(people);
    assert.deepEqual(contentsOf(contentsOf(markup, 'tbody').join(''), 'tr').map(textOf), [
      'Chefen Administratör',
      'Redaktör Redaktör',
    ]);
    assert.match(markup, new RegExp(`href="${people}/test/${chief.id}"`));
    assert.match(markup, /href="\/review\/people" aria-current="page"/);
  });

  it('shows a name as text, whatever it is', async () => {
    await add('<script>alert(1)</script>', 'reader');
    const markup = await desk.read(people);
    assert.doesNotMatch(markup, /<script/);
    assert.match(unescapeText(markup), /<bdi><script>alert\(1\)<\/script><\/bdi>/);
  });
});

describe('adding a person', () => {
  it('shows a link once, which signs the person in with the role', async () => {
    const [form] = readForms(await desk.read(people), `${origin}${people}`).slice(-1);
    assert.equal(form?.action, `${origin}${people}/test/add`);
    const added = await post(`${people}/test/add`, { name: ' Kim ', role: 'reader' });
    assert.equal(added.status, 200);
    const link = unescapeText(contentsOf(await added.text(), 'code')[0] ?? '');
    assert.match(link, /^http:\/\/localhost\/review\/sign-in\?token=[\w-]{43}$/);
    assert.doesNotMatch(await desk.read(people), /token=/);
    assert.ok((await members()).includes('Kim: reader'));

    const token = new URL(link).searchParams.get('token') ?? '';
    const signedIn = await desk.request('/review/sign-in', pressSignIn(token));
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    const text = textOf(await desk.read('/review/', { headers: { cookie } }));
    assert.match(text, /Inloggad som Kim/);
    assert.doesNotMatch(text, /Personer/);
  });

  it('says what is wrong with a name', async () => {
    for (const name of ['', '   ', 'x'.repeat(201)]) {
      const refused = await post(`${people}/test/add`, { name, role: 'administrator' });
      assert.equal(refused.status, 422);
      const markup = await refused.text();
      assert.match(textOf(markup), /Skriv ett namn med 1 till 200 tecken/);
      assert.match(markup, /aria-invalid="true"/);
      assert.match(markup, /<option value="administrator" selected/, 'the choice is kept');
    }
    assert.equal((await members()).length, 2);
  });

  it('gives no role that there is not', async () => {
    const refused = await post(`${people}/test/add`, { name: 'Kim', role: 'owner' });
    assert.equal(refused.status, 400);
    assert.equal(await desk.store.findEditorByName('Kim'), null);
  });

  it('ends what somebody began who could sign in as that person before', async () => {
    const other = await addOtherSite();
    const kim = await add('Kim', 'reader', [other]);
    await signInElsewhere(kim);
    assert.equal((await post(`${people}/test/add`, { name: 'Kim', role: 'editor' })).status, 303);
    assert.equal(await countSessions(kim), 0);
  });
});

describe('the page of a person', () => {
  const kimPage = async (role: Role = 'editor', sites?: Site[]) => {
    const kim = await add('Kim', role, sites);
    return { kim, page: `${people}/test/${kim.id}` };
  };

  it('changes the role and tells the log who did it', async () => {
    const { page } = await kimPage();
    const changed = await post(`${page}/role`, { role: 'administrator' });
    assert.equal(changed.headers.get('location'), `${page}?done=role#done`);
    assert.match(textOf(await desk.read(`${page}?done=role`)), /Rollen är sparad/);
    assert.ok((await members()).includes('Kim: administrator'));
    const entry = await newest();
    assert.deepEqual(
      [entry?.actor, entry?.action, entry?.subject, entry?.detail],
      ['Chefen', 'role-changed', 'Kim', { from: 'editor', to: 'administrator' }],
    );
  });

  it('ends all sessions and links of the person', async () => {
    const { kim, page } = await kimPage();
    await signInElsewhere(kim);
    const made = await post(`${page}/link`);
    const token = /token=([\w-]{43})/.exec(await made.text())?.[1] ?? '';
    assert.equal((await post(`${page}/end-sessions`)).status, 303);
    assert.equal(await countSessions(kim), 0);
    assert.equal((await desk.request('/review/sign-in', pressSignIn(token))).status, 403);
    const [ended] = await desk.store.listAudit(siteIds(), slice, 'sessions-revoked');
    assert.deepEqual(ended?.detail, { sessions: 1 });
  });

  it('removes the person from the site', async () => {
    const { page } = await kimPage();
    assert.equal(
      (await post(`${page}/remove`)).headers.get('location'),
      `${people}?done=removed#done`,
    );
    assert.ok(!(await members()).join().includes('Kim'));
    assert.equal((await desk.request(page)).status, 404);
  });

  it('makes no link for somebody who may more than the administrator', async () => {
    const other = await addOtherSite();
    const { page } = await kimPage('reader', [desk.site, other]);
    const markup = await desk.read(page);
    assert.doesNotMatch(markup, /Ny inloggningslänk/);
    assert.match(textOf(markup), /roller på webbplatser som du inte sköter/);
    const refused = await post(`${page}/link`);
    assert.equal(refused.status, 403);
    assert.doesNotMatch(await refused.text(), /token=/);
  });

  it('is not there for the administrator of another site', async () => {
    const { kim } = await kimPage();
    await addOtherSite();
    for (const path of [`${people}/other/${kim.id}`, `${people}/none/1`, `${people}/test/999`]) {
      assert.equal((await desk.request(path)).status, 404, path);
    }
  });
});

describe('the last administrator of a site', () => {
  const own = () => `${people}/test/${chief.id}`;

  it('cannot be removed or become less', async () => {
    for (const [path, fields] of [
      [`${own()}/remove`, {}],
      [`${own()}/role`, { role: 'editor' }],
      [`${people}/test/add`, { name: 'Chefen', role: 'reader' }],
    ] as const) {
      const refused = await post(path, fields);
      assert.equal(refused.status, 409, path);
      assert.match(textOf(await refused.text()), /Gör någon annan till administratör först/);
    }
    assert.ok((await members()).includes('Chefen: administrator'));
  });

  it('can, as soon as there is another', async () => {
    await add('Kim', 'administrator');
    assert.equal((await post(`${own()}/remove`)).status, 303);
    assert.deepEqual(await members(), ['Kim: administrator', 'Redaktör: editor']);
    assert.equal((await desk.request(people)).status, 404);
  });

  it('of two who remove each other at the same time, one stays', async () => {
    const kim = await add('Kim', 'administrator');
    await Promise.all([post(`${own()}/remove`), post(`${people}/test/${kim.id}/remove`)]);
    const left = (await members()).filter((member) => member.endsWith('administrator'));
    assert.equal(left.length, 1);
  });
});
