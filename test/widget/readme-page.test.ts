import { expect } from 'chai';
import { button, openPage, promptIn, service, upgraded } from './loader-page.ts';
import { skipUnlessMeasuresShifts } from './skip-because.ts';
import { nextFrame } from './wait-until.ts';

describe('the page that the README shows', () => {
  /** The first block of code in a language that holds some text. */
  async function snippet(language: string, text: string) {
    const readme = await (await fetch('/README.md')).text();
    const blocks = [...readme.matchAll(/^```(\w+)\n(.*?)^```/gms)];
    const found = blocks.find((block) => block[1] === language && block[2]?.includes(text));
    return (found?.[2] ?? '')
      .replaceAll('https://feedback.example.se', service)
      .replaceAll('https://www.example.se', location.origin);
  }

  async function openReadmePage() {
    const markup = await snippet('html', '<page-feedback>');
    const styles = await snippet('css', 'page-feedback');
    expect(markup).to.include('<form');
    expect(styles).to.include('min-height');
    const [before = '', loader = ''] = markup.split(/(?=<script)/);
    const page = await openPage(
      `<style>body { margin: 0 } ${styles}</style>${before}<p>Senast uppdaterad</p>`,
    );
    return { page, loader };
  }

  it('works', async () => {
    const { page, loader } = await openReadmePage();
    page.document.body.append(page.document.createRange().createContextualFragment(loader));
    await upgraded(page);
    const told = new Promise<Event>((resolve) => {
      promptIn(page).addEventListener('feedback-answered', resolve);
      promptIn(page).addEventListener('feedback-failed', resolve);
    });
    button(page, 'yes').click();
    expect((await told).type).to.equal('feedback-answered');
  });

  for (const width of [320, 700]) {
    it(`A16: moves nothing when the element takes over at ${width} px`, async function () {
      skipUnlessMeasuresShifts(this);
      const { page, loader } = await openReadmePage();
      page.frameElement?.setAttribute('style', `inline-size: ${width}px; block-size: 500px`);
      for (let count = 0; count < 3; count += 1) await nextFrame();
      const shifts: PerformanceEntry[] = [];
      const observer = new page.PerformanceObserver((list) => shifts.push(...list.getEntries()));
      observer.observe({ type: 'layout-shift' });
      const below = page.document.querySelector('body > p');
      const place = below?.getBoundingClientRect().top;
      page.document.body.append(page.document.createRange().createContextualFragment(loader));
      await upgraded(page);
      for (let count = 0; count < 3; count += 1) await nextFrame();
      shifts.push(...observer.takeRecords());
      expect(below?.getBoundingClientRect().top, 'what stands below').to.equal(place);
      expect(shifts).to.deep.equal([]);
    });
  }
});
