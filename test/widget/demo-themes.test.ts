import { expect } from 'chai';
import { axeFaults } from './axe-faults.ts';
import { contrast } from './contrast.ts';
import { onTestEnd } from './on-test-end.ts';
import { addStyles, openPrompt, type Prompt } from './prompt-harness.ts';
import { behind } from './prompt-sight.ts';
import { promptStates } from './prompt-states.ts';

const schemes = ['light', 'dark'] as const;

const readProjectFile = async (path: string) => {
  const response = await fetch(new URL(`../../${path}`, import.meta.url));
  expect(response.status, path).to.equal(200);
  return response.text();
};

const open = (state: string) => {
  const opening = promptStates[state];
  if (!opening) throw new Error(`There is no state ${state}.`);
  return opening();
};

const style = (part: Element, pseudo?: string) => getComputedStyle(part, pseudo);

/** Sets the page’s colour scheme until the test ends. */
function useScheme(scheme: string) {
  document.documentElement.style.colorScheme = scheme;
  onTestEnd(() => {
    document.documentElement.style.colorScheme = '';
  });
}

describe('the themes of the demo', () => {
  const themes = ['as-it-comes', 'unstyled', 'example-agency'];
  /** Among them they have every colour. */
  const states = ['answered no', 'the comment is too long', 'the comment failed'];

  /** Gives the page a theme until the test ends. */
  async function useTheme(theme: string) {
    addStyles(await readProjectFile('server/demo/styles/themes.css'));
    document.body.className = `sheet ${theme}`;
    onTestEnd(() => {
      document.body.className = '';
    });
  }

  function expectBordersStandOut(prompt: Prompt) {
    for (const part of prompt.root.querySelectorAll('button, textarea, [part=error], .failure')) {
      const border = style(part).borderInlineStartColor;
      const around = part.parentElement ? behind(part.parentElement) : '';
      expect(contrast(border, around), part.outerHTML).to.be.at.least(3);
    }
    for (const button of [prompt.yes(), prompt.no()]) {
      const mark = style(button, '::before').borderBottomColor;
      expect(contrast(mark, behind(button)), 'the mark').to.be.at.least(3);
    }
  }

  for (const theme of themes) {
    for (const state of states) {
      it(`A14: have no fault, on light or dark: ${theme}, ${state}`, async () => {
        await useTheme(theme);
        const prompt = await open(state);
        for (const scheme of schemes) {
          useScheme(scheme);
          expect((await axeFaults(prompt.element)).faults, scheme).to.deep.equal([]);
          expectBordersStandOut(prompt);
        }
      });
    }

    it(`A14: differ between light and dark: ${theme}`, async () => {
      await useTheme(theme);
      const { section } = await openPrompt();
      const colours = schemes.map((scheme) => {
        useScheme(scheme);
        return [style(section()).color, behind(section())];
      });
      for (const place of [0, 1]) expect(colours[0]?.[place]).not.to.equal(colours[1]?.[place]);
    });
  }

  it('A14: would be found out if they were too faint', async () => {
    await useTheme('example-agency');
    addStyles('.example-agency page-feedback { --page-feedback-text: #777 }');
    const { element } = await open('answered no');
    expect((await axeFaults(element)).faults.join()).to.include('color-contrast');
  });

  it('inherit font and colours from the page where the prompt is unstyled', async () => {
    await useTheme('unstyled');
    const prompt = await open('the comment failed');
    const page = style(document.body);
    for (const part of [prompt.section(), prompt.yes(), prompt.no(), prompt.submit()]) {
      expect(style(part).color).to.equal(page.color);
      expect(style(part).backgroundColor).to.equal('rgba(0, 0, 0, 0)');
      expect(style(part).fontFamily).to.equal(page.fontFamily);
    }
    expect(style(prompt.field()).borderTopColor).to.equal(page.color);
  });

  it('stand in the documentation as they are', async () => {
    const styles = await readProjectFile('server/demo/styles/themes.css');
    const [, ...blocks] = (await readProjectFile('docs/themes.md')).split('```css\n');
    const lines = (css: string) => css.split('\n').map((line) => line.trim());
    const known = lines(styles.replaceAll(/\.[a-z-]+ (?=page-feedback)/g, ''));
    expect(blocks).not.to.be.empty;
    for (const block of blocks) {
      for (const line of lines(block.split('```')[0] ?? '')) expect(known).to.include(line);
    }
  });
});
