import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { createStateSeal, type ReceiptState } from '../../server/visitor-pages/sealed-state.ts';

const now = new Date('2026-11-22T12:00:00Z');
const state: ReceiptState = {
  id: '7f1c2e0a-54f3-4f0e-9a53-6d1b0d0f2a11',
  address: 'https://www.example.se/e-faktura',
  title: 'E-faktura – så här gör du 👍',
  answer: 'no',
  hasComment: true,
  language: 'sv',
  until: now.getTime() + 1,
};
const key = randomBytes(32);
const { seal, open } = createStateSeal(key);

// Node complains of a thing once only: all that this file does must be heard.
const complaints: string[] = [];
process.on('warning', (warning) => complaints.push(warning.message));

describe('the sealed state of a receipt', () => {
  it('opens to what was sealed', () => {
    assert.deepEqual(open(seal(state), now), state);
    const { title: _, ...untitled } = state;
    assert.deepEqual(open(seal(untitled), now), untitled);
  });

  it('opens for another process with the same key', () => {
    assert.deepEqual(createStateSeal(Buffer.from(key)).open(seal(state), now), state);
  });

  it('does not open with another key', () => {
    assert.equal(createStateSeal(randomBytes(32)).open(seal(state), now), undefined);
  });

  it('opens until its time is over, and not then', () => {
    assert.ok(open(seal(state), new Date(state.until - 1)));
    assert.equal(open(seal(state), new Date(state.until)), undefined);
  });

  it('shows nothing of what it holds, and never looks the same', () => {
    const [first, second] = [seal(state), seal(state)];
    assert.notEqual(first, second);
    assert.match(first, /^[\w-]+$/);
    const bytes = Buffer.from(first, 'base64url').toString('latin1');
    for (const part of [state.id, state.id.replaceAll('-', ''), 'example', 'E-faktura']) {
      assert.ok(!bytes.includes(part));
      assert.ok(!first.includes(part));
    }
  });

  it('does not open when any of its bytes is another', () => {
    const bytes = Buffer.from(seal(state), 'base64url');
    for (let place = 0; place < bytes.length; place += 1) {
      const altered = Buffer.from(bytes);
      altered[place] = (altered[place] ?? 0) ^ 1;
      assert.equal(open(altered.toString('base64url'), now), undefined, `byte ${place}`);
    }
  });

  it('does not open when it is cut off, anywhere', () => {
    const text = seal(state);
    for (let length = 0; length < text.length; length += 1) {
      assert.equal(open(text.slice(0, length), now), undefined);
    }
  });

  it('does not open when it is any other text', () => {
    for (const text of ['', '?', 'state', 'å'.repeat(60), '\0', 'A'.repeat(10_000)]) {
      assert.equal(open(text, now), undefined);
    }
  });

  it('does not open when it is sealed rightly but is no state of a receipt', () => {
    const odd = { ...state, answer: 'maybe' } as unknown as ReceiptState;
    assert.equal(open(seal(odd), now), undefined);
  });

  it('makes Node complain of nothing, whatever text is opened', async () => {
    open('A'.repeat(24), now);
    await new Promise(setImmediate);
    assert.deepEqual(complaints, []);
  });
});
