import assert from 'node:assert/strict';
import { cp, mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { before, describe, it, type TestContext } from 'node:test';
import { describeElement } from '../../widget/build/describe-element.ts';
import { generateElementFiles } from '../../widget/build/element-files.ts';
import type { ElementClass, Manifest } from '../../widget/build/manifest.ts';
import { findCustomProperties, findParts } from '../../widget/build/source-names.ts';
import { createTemporaryFolder } from '../support/temporary-folder.ts';

const root = resolve(import.meta.dirname, '../..');

/** A copy of the element in which one thing is another, until the test ends. */
async function changeSource(
  context: TestContext,
  { file, from, to }: { file: string; from: string; to: string },
): Promise<string> {
  const folder = await createTemporaryFolder();
  context.after(() => folder.remove());
  await mkdir(join(folder.path, 'widget'));
  await cp(join(root, 'widget'), join(folder.path, 'widget'), { recursive: true });
  for (const name of ['locales', 'server', 'node_modules', 'tsconfig.json', 'package.json']) {
    await symlink(join(root, name), join(folder.path, name));
  }
  const changed = join(folder.path, 'widget', file);
  const source = await readFile(changed, 'utf8');
  assert.ok(source.includes(from), `${file} has no ${from}`);
  await writeFile(changed, source.replace(from, to));
  return folder.path;
}

function elementOf(files: Map<string, string>): ElementClass {
  const manifest = JSON.parse(files.get('custom-elements.json') ?? '') as Manifest;
  const [element] = manifest.modules[0].declarations;
  assert.ok(element);
  return element;
}

describe('the documents of the element', () => {
  let files = new Map<string, string>();
  before(async () => {
    files = await generateElementFiles(root);
  });

  it('are as its source is: `npm run manifest` writes them anew', async () => {
    assert.deepEqual([...files.keys()], ['custom-elements.json', 'docs/element.md']);
    for (const [path, text] of files) {
      assert.equal(await readFile(join(root, path), 'utf8'), text, `${path} is stale`);
    }
  });

  it('tell of every attribute, event, custom property and part in the reference', () => {
    const reference = files.get('docs/element.md') ?? '';
    const { attributes, events, cssProperties, cssParts } = elementOf(files);
    for (const { name, description } of [attributes, events, cssProperties, cssParts].flat()) {
      assert.ok(reference.includes(`\`${name}\``), name);
      assert.ok(reference.includes(description), description);
    }
    for (const { name } of events) assert.ok(reference.includes(`addEventListener('${name}'`));
  });

  it('are not longer than a web team can take in: under a dozen custom properties', () => {
    assert.ok(elementOf(files).cssProperties.length < 12);
  });
});

describe('generating the documents', () => {
  const stray = [
    {
      what: 'a part that is not explained',
      change: { file: 'prompt-template.ts', from: 'class="room"', to: 'class="room" part="room"' },
      message: /^Error: Parts: not explained in the doc block: room\.$/,
    },
    {
      what: 'an explained part that is gone',
      change: { file: 'prompt-template.ts', from: ' part="purpose"', to: '' },
      message: /^Error: Parts: explained, but not in the source: purpose\.$/,
    },
    {
      what: 'a custom property that is not explained',
      change: {
        file: 'page-feedback-styles.ts',
        from: 'var(--page-feedback-radius,',
        to: 'var(--page-feedback-corner,',
      },
      message:
        /^Error: Custom properties: not explained.*: --page-feedback-corner; explained, but.*-radius\.$/,
    },
    {
      what: 'an attribute without explanation',
      change: {
        file: 'settings.ts',
        from: '/** Where visitors who want a reply can turn. */',
        to: '',
      },
      message: /^Error: Explain in a doc comment: contactHref/,
    },
    {
      what: 'a setting that the element does not listen to',
      change: { file: 'settings.ts', from: "  'contact-href',\n", to: '' },
      message: /^Error: Attributes: explained, but not in the source: contact-href\.$/,
    },
    {
      what: 'an event that is not explained',
      change: { file: 'feedback-events.ts', from: "'feedback-failed':", to: "'feedback-lost':" },
      message:
        /^Error: Events: not explained.*: feedback-lost; explained, but.*: feedback-failed\.$/,
    },
  ];
  for (const { what, change, message } of stray) {
    it(`refuses ${what}`, async (context) => {
      const changed = await changeSource(context, change);
      assert.throws(() => describeElement(changed), message);
    });
  }

  it('follows the source: what an event may tell', async (context) => {
    const changed = await changeSource(context, {
      file: 'feedback-events.ts',
      from: "'offline' | 'service'",
      to: "'offline' | 'asleep' | 'service'",
    });
    const [, { declarations }] = describeElement(changed).modules;
    const reasons = declarations.flatMap(({ members }) => members.map(({ type }) => type.text));
    assert.ok(reasons.includes("'offline' | 'asleep' | 'service' | 'too-many' | 'closed'"));
  });
});

describe('the names in a source', () => {
  it('include parts that an element has only in some states', () => {
    const template = '<p part="status ${stored ? \'receipt\' : \'\'}"><b part="word"></b></p>';
    assert.deepEqual(findParts(template), ['status', 'receipt', 'word']);
  });

  it('include custom properties with the whole of their default', () => {
    const styles = `a { color: var(--page-feedback-a, light-dark(rgb(1 2 3), #fff)); inset: var(--b, 1px) }
      b { color: var(--page-feedback-c) }`;
    assert.deepEqual(findCustomProperties(styles), [
      { name: '--page-feedback-a', default: 'light-dark(rgb(1 2 3), #fff)' },
      { name: '--page-feedback-c', default: '' },
    ]);
  });
});
