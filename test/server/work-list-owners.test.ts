import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Editor, Role } from '../../server/store/store.ts';
import { contentsOf, readForms, textOf } from '../support/read-markup.ts';
import { openReviewDesk, type ReviewDesk } from '../support/review-desk.ts';

const site = 'https://www.example.se';

describe('who answers for a page', () => {
  let desk: ReviewDesk;
  let page: number;
  beforeEach(async () => {
    desk = await openReviewDesk();
    await desk.signIn();
    page = await desk.play({ address: `${site}/stod/bidrag`, title: 'Bidrag' }, [{ answer: 'no' }]);
  });
  afterEach(() => desk.close());

  const post = (path: string, fields: Record<string, string>) =>
    desk.request(path, {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(fields),
    });
  const addEditor = (name: string, role: Role = 'editor') =>
    desk.store.addEditor({ name, siteIds: [desk.site.id], role });
  const choose = (owner: Editor | null, was: Editor | null = null) =>
    post(`/review/pages/${page}/owner`, {
      owner: String(owner?.id ?? ''),
      was: String(was?.id ?? ''),
    });
  const titles = async (query: string) => {
    const [list = ''] = contentsOf(await desk.read(`/review/${query}`), 'ol');
    return contentsOf(list, 'h3').map(textOf);
  };

  it('is chosen in the report and told in the list', async () => {
    const report = `/review/pages/${page}`;
    const form = readForms(await desk.read(report), `http://localhost${report}`).find(
      ({ action }) => action.endsWith('/owner'),
    );
    assert.equal(form?.fields['was'], '');
    const response = await choose(desk.editor);
    assert.equal(response.status, 303);
    const back = response.headers.get('location') ?? '';
    assert.equal(back, `${report}?care=owner#care-done`);
    assert.match(textOf(await desk.read(back)), /Ansvarig är sparad/);
    assert.match(textOf(await desk.read('/review/')), /Ansvarig Redaktör/);
    assert.deepEqual(await titles('?responsible=mine'), ['Bidrag']);
    assert.deepEqual(await titles(`?responsible=${desk.editor.id}`), ['Bidrag']);
    assert.deepEqual(await titles('?responsible=nobody'), []);
    const [entry] = await desk.store.listAudit([desk.site.id], { limit: 1, offset: 0 });
    assert.deepEqual(
      [entry?.action, entry?.actor, entry?.subject, entry?.detail],
      ['owner-changed', 'Redaktör', `${site}/stod/bidrag`, { to: 'Redaktör' }],
    );
  });

  it('can be nobody again', async () => {
    await choose(desk.editor);
    assert.equal((await choose(null, desk.editor)).status, 303);
    assert.deepEqual(await titles('?responsible=nobody'), ['Bidrag']);
    assert.equal((await choose(desk.editor)).status, 303);
    assert.deepEqual(await titles('?responsible=mine'), ['Bidrag']);
  });

  it('is not overwritten unseen: both choices are shown, and the editor decides', async () => {
    const [kim, sam] = [await addEditor('Kim'), await addEditor('Sam')];
    await choose(kim);
    const stale = await choose(sam, null);
    assert.equal(stale.status, 409);
    const text = await stale.text();
    assert.match(textOf(text), /Nu är ansvarig: Kim\. Du valde: Sam\./);
    assert.equal((await desk.store.findOwner(desk.site.id, page))?.name, 'Kim');
    const form = readForms(text, 'http://localhost/review/').find(({ action }) =>
      action.endsWith('/owner'),
    );
    assert.equal((await post(`/review/pages/${page}/owner`, form?.fields ?? {})).status, 303);
    assert.equal((await desk.store.findOwner(desk.site.id, page))?.name, 'Sam');
  });

  it('is changed by one of two who choose at once', async () => {
    const [kim, sam] = [await addEditor('Kim'), await addEditor('Sam')];
    const answers = await Promise.all([choose(kim), choose(sam)]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 409]);
  });

  it('is one who may work with the pages of that site', async () => {
    const reader = await addEditor('Läsare', 'reader');
    const other = { ...desk.site, key: 'other', origins: ['https://other.example'] };
    const elsewhere = await desk.store.addEditor({
      name: 'Annan',
      siteIds: [(await desk.store.addSite(other)).id],
    });
    for (const owner of [reader, elsewhere]) assert.equal((await choose(owner)).status, 400);
    assert.equal(await desk.store.findOwner(desk.site.id, page), null);
  });

  it('is not for readers to say, nor for those of other sites', async () => {
    const reader = await addEditor('Läsare', 'reader');
    await choose(desk.editor);
    await desk.signIn(reader);
    const report = await desk.read(`/review/pages/${page}`);
    assert.match(textOf(report), /Ansvarig: Redaktör\./);
    assert.doesNotMatch(report, /\/owner"/);
    assert.equal((await choose(null, desk.editor)).status, 404);
    assert.equal((await desk.request('/review/responsible')).status, 404);
    assert.equal((await post('/review/responsible', { site: 'test' })).status, 404);
  });

  describe('for a whole section', () => {
    beforeEach(async () => {
      await desk.play({ address: `${site}/stod`, title: 'Stöd' }, [{ answer: 'no' }]);
      await desk.play({ address: `${site}/stod-2`, title: 'Grannen' }, [{ answer: 'no' }]);
      await choose(await addEditor('Kim'));
    });

    const save = (fields: Record<string, string>) =>
      post('/review/responsible', { site: 'test', section: '/stod', ...fields });

    it('is told first how many pages it is about', async () => {
      const text = textOf(await desk.read('/review/responsible?site=test&section=stod/'));
      assert.match(text, /Sidor i \/stod: 2\. Av dem har 1 redan en ansvarig\./);
      const none = textOf(await desk.read('/review/responsible?site=test&section=/finns-inte'));
      assert.match(none, /Det finns inga sidor med svar i \/finns-inte/);
    });

    it('leaves alone what somebody answers for, unless all is wanted', async () => {
      const owner = String(desk.editor.id);
      const some = await save({ owner, only: 'nobodys' });
      assert.equal(some.headers.get('location'), '/review/responsible?site=test&done=1#done');
      assert.deepEqual(await titles('?responsible=mine'), ['Stöd']);
      const all = await save({ owner });
      assert.match(
        textOf(await desk.read(all.headers.get('location') ?? '')),
        /Ändrade sidor: 2\./,
      );
      assert.deepEqual((await titles('?responsible=mine')).sort(), ['Bidrag', 'Stöd']);
      assert.deepEqual(await titles('?responsible=nobody'), ['Grannen']);
      const [entry] = await desk.store.listAudit([desk.site.id], { limit: 1, offset: 0 });
      assert.equal(entry?.subject, '/stod');
    });

    it('says what is wrong with an address and keeps it', async () => {
      const response = await desk.request('/review/responsible?site=test&section=');
      assert.equal(response.status, 422);
      assert.match(await response.text(), /aria-invalid="true"/);
    });

    it('takes nothing that its form could not have sent', async () => {
      const owner = String(desk.editor.id);
      for (const fields of [{ owner, site: 'x' }, { owner, section: '' }, { owner: '9999' }]) {
        assert.equal((await save(fields)).status, 400, JSON.stringify(fields));
      }
    });
  });
});
