import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { linkIn, openMailDesk, type MailDesk } from '../support/mail-desk.ts';
import { contentsOf, textOf, unescapeText } from '../support/read-markup.ts';
import { openReviewDesk } from '../support/review-desk.ts';

const address = 'kim@example.se';
const page = 'https://www.example.se/sida';
const aDay = 24 * 60 * 60 * 1000;

describe("an editor's mail address", () => {
  let desk: MailDesk;
  beforeEach(async () => {
    desk = await openMailDesk();
    await desk.signIn();
  });
  afterEach(() => desk.close());

  const give = (to = address) => desk.post('/review/mail/address', { address: to });
  const confirm = async (link: string) =>
    desk.request('/review/mail/confirm', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', cookie: 'none=1' },
      body: new URLSearchParams({
        token: new URL(link, 'http://x').searchParams.get('token') ?? '',
      }),
    });

  it('is confirmed by a link in a mail to it, with a press', async () => {
    const response = await give();
    assert.equal(response.headers.get('location'), '/review/mail?done=sent#done');
    const [mail] = desk.takeMails();
    assert.deepEqual(mail?.readers, [address]);
    assert.equal(mail.from?.address, 'gensvar@example.se');
    assert.match(textOf(await desk.read('/review/mail')), /Inga andra mejl skickas förrän/);
    const link = linkIn(mail, '/mail/confirm');
    assert.doesNotMatch(link, /kim|example\.se/);
    // Opening it, as a scanner does, changes nothing.
    assert.match(textOf(await desk.read(link)), /Redaktör i Gensvar vill få mejl/);
    assert.equal((await desk.store.findMailWish(desk.editor.id))?.confirmed, false);
    assert.equal((await confirm(link)).status, 200);
    assert.equal((await desk.store.findMailWish(desk.editor.id))?.confirmed, true);
    assert.match(textOf(await desk.read('/review/mail')), /Mejlen skickas till kim@example\.se/);
  });

  it('is not said to have got a link that could not be sent', async () => {
    desk.server.behaviour = 'busy';
    const response = await give();
    assert.equal(response.headers.get('location'), '/review/mail?done=failed#done');
    const told = textOf(await desk.read('/review/mail?done=failed'));
    assert.match(told, /kunde inte skickas just nu/);
    assert.match(told, /kim@example\.se är inte bekräftad än/);
    assert.doesNotMatch(told, /har skickat/);
  });

  it('gets nothing else before it is confirmed', async () => {
    const id = await desk.play({ address: page }, [{ answer: 'no' }]);
    await give();
    assert.equal(desk.takeMails().length, 1);
    await desk.post(`/review/pages/${id}/watch`, { watch: 'yes' });
    desk.forward(60_000);
    await desk.play({ address: page }, [{ answer: 'no', comment: 'Hej' }]);
    desk.forward(aDay);
    await desk.runJobs();
    desk.mail.sendSignInLinks(address);
    await desk.mail.settled();
    assert.equal(desk.server.offered(), 1);
  });

  it('is not confirmed by a link that is too old, about another address or made up', async () => {
    await give();
    const old = linkIn(desk.takeMails()[0], '/mail/confirm');
    desk.forward(aDay);
    assert.equal((await confirm(old)).status, 403);
    await desk.signIn();
    await give();
    const first = linkIn(desk.takeMails()[0], '/mail/confirm');
    await give('annan@example.se');
    assert.equal((await confirm(first)).status, 403);
    assert.equal((await confirm(`${first}x`)).status, 403);
    assert.equal((await confirm('/review/mail/confirm?token=')).status, 403);
    assert.equal((await desk.store.findMailWish(desk.editor.id))?.confirmed, false);
  });

  it('is asked for again when it cannot be one, and what was written stays', async () => {
    for (const odd of ['', 'kim', 'kim@', 'a b@c.se', 'a@b.se\r\nBcc: x@y.se', '<script>@x.se']) {
      const response = await give(odd);
      assert.equal(response.status, 422, odd);
      const text = await response.text();
      assert.match(text, /aria-invalid="true"/);
      assert.doesNotMatch(text, /<script/);
    }
    assert.equal(desk.server.offered(), 0);
  });

  it('cannot be used to flood somebody with links', async () => {
    for (let n = 0; n < 5; n += 1) await give();
    assert.equal((await give()).headers.get('location'), '/review/mail?done=often#done');
    assert.equal(desk.takeMails().length, 5);
    desk.forward(60 * 60 * 1000);
    assert.equal((await give()).headers.get('location'), '/review/mail?done=sent#done');
  });

  it('is forgotten with all choices', async () => {
    await desk.giveAddress(desk.editor, address);
    const id = await desk.play({ address: page }, [{ answer: 'no' }]);
    await desk.post(`/review/pages/${id}/watch`, { watch: 'yes' });
    await desk.post('/review/mail/remove');
    assert.equal(await desk.store.findMailWish(desk.editor.id), null);
    assert.deepEqual(await desk.store.listWatches(desk.editor.id, desk.editor.siteIds), []);
  });

  it('tells when the link could not be sent', async () => {
    desk.server.behaviour = 'refuses';
    assert.equal((await give()).headers.get('location'), '/review/mail?done=failed#done');
  });

  it('is not asked for where there is no mail server', async () => {
    const plain = await openReviewDesk();
    await plain.signIn();
    const id = await plain.play({ address: page }, [{ answer: 'no' }]);
    const text = textOf(await plain.read('/review/mail'));
    const report = await plain.read(`/review/pages/${id}`);
    await plain.close();
    assert.match(text, /Tjänsten kan inte skicka mejl än/);
    assert.doesNotMatch(report, /\/watch"/);
  });

  describe('chooses', () => {
    beforeEach(() => desk.giveAddress(desk.editor, address));

    it('summaries and warnings', async () => {
      await desk.post('/review/mail/choices', { warnings: 'yes' });
      const wish = await desk.store.findMailWish(desk.editor.id);
      assert.deepEqual([wish?.digest, wish?.warnings], [false, true]);
      assert.match(await desk.read('/review/mail'), /name="warnings"[^>]*checked/);
    });

    it('pages to watch, and stops', async () => {
      const id = await desk.play({ address: page, title: 'Sida' }, [{ answer: 'no' }]);
      const back = await desk.post(`/review/pages/${id}/watch`, { watch: 'yes' });
      assert.match(textOf(await desk.read(back.headers.get('location') ?? '')), /Du bevakar nu/);
      assert.match(contentsOf(await desk.read('/review/mail'), 'li').join(), /Sida/);
      await desk.post('/review/mail/unwatch', { page: String(id) });
      assert.match(textOf(await desk.read('/review/mail')), /Du bevakar ingen sida/);
    });

    it('no page of a site that the editor may not see', async () => {
      const other = { ...desk.site, key: 'other', origins: ['https://other.example'] };
      const site = await desk.store.addSite(other);
      const id = await desk.play({ address: 'https://other.example/', site }, [{ answer: 'no' }]);
      assert.equal((await desk.post(`/review/pages/${id}/watch`, { watch: 'yes' })).status, 404);
    });
  });

  describe('signs in', () => {
    const ask = (to: string) =>
      desk.request('/review/sign-in/mail', {
        method: 'POST',
        headers: { 'sec-fetch-site': 'same-origin', cookie: 'none=1' },
        body: new URLSearchParams({ address: to }),
      });

    it('by a link in a mail, once', async () => {
      await desk.giveAddress(desk.editor, address);
      const form = await desk.request('/review/', { headers: { cookie: 'none=1' } });
      assert.match(await form.text(), /action="\/review\/sign-in\/mail"/);
      await ask('KIM@example.se');
      await desk.mail.settled();
      const link = linkIn(desk.takeMails()[0], '/sign-in');
      const token = new URL(link, 'http://x').searchParams.get('token') ?? '';
      const signedIn = await desk.post('/review/sign-in', { token });
      assert.equal(signedIn.status, 303);
      assert.equal((await desk.post('/review/sign-in', { token })).status, 403);
      const entries = await desk.store.listAudit([desk.site.id], { limit: 9, offset: 0 });
      assert.ok(entries.some(({ action }) => action === 'link-added'));
    });

    it('nobody whose address cannot be one, and what was written stays', async () => {
      for (const odd of ['', 'inte en <adress>']) {
        const refused = await ask(odd);
        assert.equal(refused.status, 422);
        const markup = await refused.text();
        const [field = ''] = /<input id="address"[^>]*?autofocus>/.exec(markup) ?? [];
        assert.match(field, /aria-invalid="true"/);
        assert.ok(unescapeText(field).includes(`value="${odd}"`));
        const [label = ''] = contentsOf(markup, 'label');
        assert.match(textOf(label), /^Mejladress Skriv en mejladress, till exempel/);
        assert.match(markup, /<title>Fel: /);
      }
      await desk.mail.settled();
      assert.equal(desk.takeMails().length, 0);
    });

    it('without telling an empty field to be wrong before anything is sent', async () => {
      const form = await desk.request('/review/', { headers: { cookie: 'none=1' } });
      const [field = ''] = /<input id="address"[^>]*>/.exec(await form.text()) ?? [];
      assert.match(field, /aria-required="true"/);
      assert.doesNotMatch(field, / required|type="email"|aria-invalid|autofocus/);
    });

    it('with the same answer for every address', async () => {
      await desk.giveAddress(desk.editor, address);
      const answers = [];
      for (const to of [address, 'okand@example.se', 'annan@okand.example']) {
        const response = await ask(to);
        answers.push([response.status, await response.text()]);
      }
      await desk.mail.settled();
      assert.deepEqual(answers[1], answers[0]);
      assert.deepEqual(answers[2], answers[0]);
      assert.equal(desk.takeMails().length, 1);
    });

    it('with a limit, for one person and for all together', async () => {
      await desk.giveAddress(desk.editor, address);
      for (let n = 0; n < 3; n += 1) await ask(address);
      await desk.mail.settled();
      assert.equal(desk.takeMails().length, 1);
      desk.forward(2 * 60 * 1000);
      for (let n = 0; n < 30; n += 1) await ask(`nr${n}@example.se`);
      await ask(address);
      await desk.mail.settled();
      assert.equal(desk.takeMails().length, 0);
    });
  });
});
