import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { contentsOf, textOf } from '../support/read-markup.ts';
import { choosePath, fieldsOf, recordsForms } from '../support/records-forms.ts';
import { openReviewDesk, type ReviewDesk } from '../support/review-desk.ts';

let desk: ReviewDesk;
let commentId: number;

const { choose, preview, take, send } = recordsForms(() => desk);

/** One comment with a tag, a responsible editor and a note; one that nobody has touched. */
beforeEach(async () => {
  desk = await openReviewDesk();
  const { store, site } = desk;
  const pageId = await desk.play({ address: 'https://www.example.se/a', title: 'A' }, [
    { answer: 'no', comment: 'Granne bor på Storgatan.' },
    { answer: 'no', comment: 'Orört.' },
  ]);
  const comments = await store.listComments(pageId, { limit: 9, offset: 0 });
  commentId = comments.find(({ text }) => text.startsWith('Granne'))?.id ?? 0;
  await store.addTag(site.id, 'Kim Ek', by());
  const tag = (await store.listTags(site.id)).find(({ name }) => name === 'Kim Ek');
  assert.ok(tag);
  const change = { status: 'fixed' as const, assigneeId: desk.editor.id, addTags: [tag.id] };
  await store.changeComments(site.id, [{ id: commentId, version: 0 }], change, by());
  await addNote('Kim Ek på Storgatan, 070-174 06 05.');
  await desk.signIn();
});
afterEach(() => desk.close());

const by = () => ({ at: desk.clock(), actor: 'Redaktör' });
const addNote = (note: string) =>
  desk.store.addNote({ id: commentId, siteId: desk.site.id }, note, by());

const handling = (markup: string): string[] =>
  contentsOf(markup, 'tr').flatMap((row) => {
    const [, , , cell] = contentsOf(row, 'td');
    return cell === undefined ? [] : [textOf(cell)];
  });

interface Copied {
  status: string;
  tags: string[];
  masked: string;
  history: { note?: string; tag?: string }[];
}

async function firstOfCopy(seen: string): Promise<Copied> {
  const [first] = (await (await take(seen, 'json')).json()) as Copied[];
  assert.ok(first);
  return first;
}

describe('what editors did with comments, in a copy to hand out', () => {
  it('stands beside the comment, as its own page tells it', async () => {
    const markup = await (await take(await preview(), 'html')).text();
    const at = '2026-11-22 13:00 Redaktör';
    assert.deepEqual(handling(markup), [
      'Status Åtgärdad Ansvarig Redaktör Etiketter Kim Ek ' +
        `${at} Status ändrad från Ny till Åtgärdad ${at} Ansvarig: Redaktör ` +
        `${at} Etikett: Kim Ek ${at} Anteckning Kim Ek på Storgatan, [maskerat].`,
      'Status Ny',
    ]);
  });

  it('is masked by the rules and by chosen words, wherever they stand', async () => {
    const { status, tags, history, masked } = await firstOfCopy(await preview([], 'Kim Ek'));
    assert.deepEqual([status, tags, masked], ['fixed', ['[maskerat]'], 'yes']);
    assert.deepEqual(
      history.flatMap(({ note, tag }) => note ?? tag ?? []),
      ['[maskerat]', '[maskerat] på Storgatan, [maskerat].'],
    );
  });

  it('loses its notes when the whole comment is masked', async () => {
    const seen = await preview(['Storgatan']);
    assert.doesNotMatch(seen, /Storgatan|070-174/);
    for (const format of ['html', 'csv', 'json']) {
      assert.doesNotMatch(await (await take(seen, format)).text(), /Storgatan|070-174/, format);
    }
    const { history } = await firstOfCopy(seen);
    assert.equal(history.at(-1)?.note, '[maskerat]');
  });

  it('is shown to the editor who chooses what to mask', async () => {
    const markup = textOf(await choose());
    assert.match(markup, /Anteckning Kim Ek på Storgatan, \[maskerat\]\./);
    assert.match(markup, /maskeras anteckningarna om den också/);
    assert.doesNotMatch(markup, /Så står den i kopian/, 'of the comment nothing is masked');
  });

  it('is looked through again when a note has come since', async () => {
    const fields = fieldsOf(await choose(), choosePath);
    const seen = await (await send(choosePath, [...fields, ['go', 'preview']])).text();
    await addNote('Något nytt.');
    const again = await (await take(seen, 'html')).text();
    assert.match(again, /<div class="notice" id="changed"/);
    assert.match(again, /Något nytt\./);
  });
});
