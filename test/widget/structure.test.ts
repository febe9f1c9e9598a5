import { expect } from 'chai';
import { definePageFeedback } from '../../widget/page-feedback-define.ts';
import { promptLanguage } from '../../widget/prompt-language.ts';
import { axeFaults } from './axe-faults.ts';
import { nameOf } from './contract-structure.ts';
import { openMarkup, openPrompt } from './prompt-harness.ts';
import { seenText } from './prompt-sight.ts';
import { allLinks } from './prompt-states.ts';

describe('the structure of the prompt', () => {
  it('A2: is a section named by its own heading', async () => {
    const { root, section, question } = await openPrompt();
    expect(section().localName).to.equal('section');
    expect(section().getAttribute('aria-labelledby')?.split(' ')[0]).to.equal(question().id);
    expect(section().contains(question())).to.equal(true);
    expect(question().textContent).to.equal('Hjälpte denna information dig?');
    expect(nameOf(section(), root), 'no other words').to.equal('Hjälpte denna information dig?');
  });

  it('A2: has a name of its own where several pages are asked about', async () => {
    const place = openMarkup('<main><h1>Två sidor</h1></main>');
    const prompts = [await openPrompt({}, place), await openPrompt({}, place)];
    const sameNames = 'fault landmark-unique: <section';
    expect((await axeFaults(place)).faults.join()).to.include(sameNames);
    for (const [number, { element }] of prompts.entries()) {
      element.setAttribute('page-title', `Öppna data <&" ${number}`);
    }
    expect(prompts.map(({ section, root }) => nameOf(section(), root))).to.deep.equal([
      'Hjälpte denna information dig? Öppna data <&" 0',
      'Hjälpte denna information dig? Öppna data <&" 1',
    ]);
    expect((await axeFaults(place)).faults.join()).not.to.include(sameNames);
  });

  it('A2: is named anew when its page gets another title', async () => {
    const { element, root, section } = await openPrompt({ 'page-title': 'E-faktura' });
    element.setAttribute('page-title', 'Öppna data');
    expect(nameOf(section(), root)).to.equal('Hjälpte denna information dig? Öppna data');
    element.removeAttribute('page-title');
    expect(nameOf(section(), root)).to.equal('Hjälpte denna information dig?');
  });

  it('A2: shows the title nowhere: the page has it', async () => {
    const { section } = await openPrompt({ 'page-title': 'E-faktura' });
    expect(section().textContent).to.include('E-faktura');
    expect(seenText(section())).not.to.include('E-faktura');
  });

  for (const level of ['1', '2', '3', '4', '5', '6']) {
    it(`A2: has a heading of level ${level} where that is asked for`, async () => {
      const { question } = await openPrompt({ 'heading-level': level });
      expect(question().localName).to.equal(`h${level}`);
    });
  }

  for (const level of ['0', '7', '-1', '2.5', 'tre', '', '1 2', '<h1>']) {
    it(`A2: has a heading of level 2 where the level is “${level}”`, async () => {
      const { question } = await openPrompt({ 'heading-level': level });
      expect(question().localName).to.equal('h2');
    });
  }

  it('A2: takes another level of the heading later', async () => {
    const { element, question } = await openPrompt();
    element.setAttribute('heading-level', '4');
    expect(question().localName).to.equal('h4');
  });

  it('A2: keeps its heading when something else changes, so that nobody loses it', async () => {
    const prompt = await openPrompt();
    const before = prompt.question();
    await prompt.answer('no');
    prompt.write('Ord');
    expect(prompt.question()).to.equal(before);
  });

  it('A2: has real buttons whose names begin with the word one sees', async () => {
    const { yes, no } = await openPrompt();
    for (const [button, word] of [
      [yes(), 'Ja'],
      [no(), 'Nej'],
    ] as const) {
      expect(button.type).to.equal('button');
      expect(button.hasAttribute('aria-label')).to.equal(false);
      expect(button.textContent.startsWith(`${word}, `), button.textContent).to.equal(true);
      const hidden = button.querySelector('.hidden');
      expect(hidden?.getBoundingClientRect().width).to.be.at.most(1);
    }
  });

  it('A2: has its answers right below the question, in no group that would say it twice', async () => {
    const { all, section, has, yes, no } = await openPrompt();
    expect(yes().parentElement).to.equal(no().parentElement);
    expect(has('[role=group], fieldset'), 'a group in the region').to.equal(false);
    const named = all().filter((part) => part.matches('[aria-label], [aria-labelledby]'));
    expect(named).to.deep.equal([section()]);
  });

  for (const answer of ['yes', 'no'] as const) {
    it(`A6: labels and describes the field after ${answer}`, async () => {
      const prompt = await openPrompt(allLinks);
      await prompt.answer(answer);
      const field = prompt.field();
      expect([...field.labels]).to.deep.equal([prompt.label()]);
      expect(prompt.label().checkVisibility()).to.equal(true);
      expect(prompt.label().textContent).to.match(/^\S.*\(frivilligt\)\s*$/);
      expect(field.getAttribute('aria-describedby')).to.equal(prompt.hint().id);
      expect(prompt.hint().textContent).to.include('Skriv inte personuppgifter');
      expect(prompt.hint().textContent).to.include('Du får inget svar.');
      expect(field.hasAttribute('placeholder')).to.equal(false);
      expect(prompt.all().filter((part) => part.matches('input, select, textarea'))).to.deep.equal([
        field,
      ]);
    });
  }

  it('A20: links to where bad accessibility is reported only where that is asked for', async () => {
    const name = 'Rapportera bristande tillgänglighet';
    const { section } = await openPrompt();
    expect(section().querySelector('a')).to.equal(null);
    expect(section().textContent).not.to.include(name);
    const linked = await openPrompt({ 'accessibility-href': '/tillganglighet' });
    const link = linked.find('a', HTMLAnchorElement);
    expect(link.textContent).to.equal(name);
    expect(link.getAttribute('href')).to.equal('/tillganglighet');
  });

  it('A20: leads those who want a reply, and those who ask what is stored, elsewhere', async () => {
    const prompt = await openPrompt({ 'contact-href': '/kontakt', 'privacy-href': '/integritet' });
    await prompt.answer('yes');
    const links = [...prompt.form().querySelectorAll('a')];
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).to.deep.equal([
      ['Kontakta oss', '/kontakt'],
      ['Läs mer om hur vi hanterar ditt svar', '/integritet'],
    ]);
    expect(prompt.form().textContent).to.include('Svaret blir en allmän handling.');
  });
});

describe('the language of the prompt', () => {
  before(() => {
    // A made-up language: Swedish words, but one, under another tag.
    definePageFeedback('en', { ...promptLanguage, commentThanks: 'Thank you!' });
  });

  it('A10: is the nearest in the page, its own first', async () => {
    const place = openMarkup('<div lang="de"><p lang="en"><b></b></p></div>').querySelector('b');
    const near = await openPrompt({}, place ?? document.body);
    expect(near.section().lang).to.equal('en');
    expect((await openPrompt({ lang: 'en' })).section().lang).to.equal('en');
  });

  it('A10: is that of each prompt on a page that has several', async () => {
    const english = await openPrompt({ lang: 'en' });
    const swedish = await openPrompt({ lang: 'sv' });
    for (const prompt of [english, swedish]) {
      await prompt.answer('no');
      prompt.write('Ord');
      await prompt.send();
    }
    expect(english.told()).to.equal('Thank you!');
    expect(swedish.told()).to.equal('Tack! Vi har tagit emot din kommentar.');
  });
});
