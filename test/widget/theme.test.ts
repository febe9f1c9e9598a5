import { expect } from 'chai';
import { onTestEnd, tidyUp } from './on-test-end.ts';
import { addStyles, openPrompt } from './prompt-harness.ts';
import { promptStates } from './prompt-states.ts';

interface Named {
  name: string;
}

/** What `custom-elements.json` tells of the look. */
interface Look {
  cssProperties: (Named & { default: string })[];
  cssParts: Named[];
}

const schemes = ['light', 'dark'] as const;

const readProjectFile = async (path: string) => {
  const response = await fetch(new URL(`../../${path}`, import.meta.url));
  expect(response.status, path).to.equal(200);
  return response.text();
};

async function readLook(): Promise<Look> {
  const { modules } = JSON.parse(await readProjectFile('custom-elements.json')) as {
    modules: [{ declarations: [Look] }];
  };
  return modules[0].declarations[0];
}

const open = (state: string, settings?: Record<string, string>) => {
  const opening = promptStates[state];
  if (!opening) throw new Error(`There is no state ${state}.`);
  return opening(settings);
};

const style = (part: Element, pseudo?: string) => getComputedStyle(part, pseudo);

/** Sets the colour scheme of what stands around the prompt until the test ends. */
function useScheme(scheme: string, around = document.documentElement) {
  around.style.colorScheme = scheme;
  onTestEnd(() => {
    around.style.colorScheme = '';
  });
}

/** Each thing one sees that a custom property sets, by what it is. */
type Samples = Record<string, () => string>;

/** Shows a comment that failed and one that is too long, with all that can be coloured. */
async function openSamples(settings?: Record<string, string>) {
  const failed = await open('the comment failed', settings);
  const tooLong = await open('the comment is too long', settings);
  // A field with focus shows the outline, whatever gave it the focus.
  tooLong.field().focus();
  const link = () => failed.find('a', HTMLAnchorElement);
  const error = () => tooLong.find('[part=error]', HTMLElement);
  const samples: Record<string, Samples> = {
    '--page-feedback-text': {
      text: () => style(failed.section()).color,
      link: () => style(link()).color,
      'text of the field': () => style(failed.field()).color,
      'text of an answer': () => style(failed.yes()).color,
      'outline of the focus': () => style(tooLong.field()).outlineColor,
    },
    '--page-feedback-surface': {
      background: () => style(failed.section()).backgroundColor,
    },
    '--page-feedback-field': {
      'background of the field': () => style(failed.field()).backgroundColor,
      'background of an answer': () => style(failed.yes()).backgroundColor,
      'text of the chosen answer': () => style(failed.no()).color,
      'text of the button that sends': () => style(failed.submit()).color,
    },
    '--page-feedback-primary': {
      'background of the chosen answer': () => style(failed.no()).backgroundColor,
      'background of the button that sends': () => style(failed.submit()).backgroundColor,
      'border of an answer': () => style(failed.yes()).borderTopColor,
      'border of the field': () => style(failed.field()).borderTopColor,
    },
    '--page-feedback-error': {
      'bar of a failure': () => style(failed.status()).borderLeftColor,
      'bar of an error': () => style(error()).borderLeftColor,
      'border of the field with an error': () => style(tooLong.field()).borderTopColor,
    },
    '--page-feedback-radius': {
      'corner of the prompt': () => style(failed.section()).borderTopLeftRadius,
      'corner of a button': () => style(failed.yes()).borderTopLeftRadius,
      'corner of the field': () => style(failed.field()).borderTopLeftRadius,
    },
    '--page-feedback-padding': {
      'padding of the prompt': () => style(failed.section()).paddingTop,
    },
  };
  return samples;
}

/** What each sample is now. */
const readAll = (samples: Record<string, Samples>) =>
  new Map(
    Object.values(samples)
      .flatMap((group) => Object.entries(group))
      .map(([what, read]) => [what, read()]),
  );

describe('a custom property', () => {
  it('A21: changes what it says, and nothing else', async () => {
    const samples = await openSamples();
    const { cssProperties } = await readLook();
    expect(Object.keys(samples)).to.deep.equal(cssProperties.map(({ name }) => name));
    const before = readAll(samples);
    for (const { name, default: usual } of cssProperties) {
      const value = CSS.supports('color', usual) ? 'rgb(1, 2, 3)' : '7px';
      document.body.style.setProperty(name, value);
      const changed = [...readAll(samples)].filter(([what, now]) => now !== before.get(what));
      document.body.style.removeProperty(name);
      expect(changed, name).to.deep.equal(
        Object.keys(samples[name] ?? {}).map((what) => [what, value]),
      );
    }
  });

  async function expectDefaults(scheme: string, settings?: Record<string, string>) {
    const samples = await openSamples(settings);
    const { cssProperties } = await readLook();
    for (const { name, default: value } of cssProperties) {
      const [, light = value, dark = value] = /^light-dark\((.+), (.+)\)$/.exec(value) ?? [];
      const expected = inBrowserWords(scheme === 'light' ? light : dark);
      for (const [what, read] of Object.entries(samples[name] ?? {})) {
        expect(read(), what).to.equal(expected);
      }
    }
  }

  for (const scheme of schemes) {
    for (const place of ['page', 'element around'] as const) {
      it(`A14: has its default on a ${scheme} ${place}`, async () => {
        useScheme(scheme, place === 'page' ? document.documentElement : document.body);
        await expectDefaults(scheme);
      });
    }

    it(`A14: has its ${scheme} default where an attribute forces it`, async () => {
      useScheme(scheme === 'light' ? 'dark' : 'light');
      await expectDefaults(scheme, { theme: scheme });
    });
  }
});

/** A colour or a length as the browser tells it. */
function inBrowserWords(value: string): string {
  const probe = document.createElement('p');
  probe.style.cssText = `color: ${value}; border-top-left-radius: ${value}`;
  document.body.append(probe);
  const { color, borderTopLeftRadius } = style(probe);
  probe.remove();
  return CSS.supports('color', value) ? color : borderTopLeftRadius;
}

describe('the parts', () => {
  it('A21: are those that are documented, and a page can style each', async function () {
    this.timeout(60_000);
    const names = (await readLook()).cssParts.map(({ name }) => name);
    const rules = names.map((name, place) => `page-feedback::part(${name}) { --p${place}: 1 }`);
    const met = new Set<string>();
    for (const opening of Object.values(promptStates)) {
      const prompt = await opening();
      addStyles(rules.join('\n'));
      for (const found of prompt.root.querySelectorAll('[part]')) {
        for (const name of found.part) {
          met.add(name);
          const mark = `--p${names.indexOf(name)}`;
          expect(style(found).getPropertyValue(mark), name).to.equal('1');
        }
      }
      await tidyUp();
    }
    expect([...met].sort()).to.deep.equal(names.toSorted());
  });

  it('A21: take what the page says before what the element says', async () => {
    const prompt = await openPrompt();
    addStyles('page-feedback::part(answer) { border-top-width: 5px; border-radius: 9px }');
    expect(style(prompt.yes()).borderTopWidth).to.equal('5px');
    expect(style(prompt.yes()).borderTopLeftRadius).to.equal('9px');
  });
});
