import { expect } from 'chai';
import { button, openPage, promptIn, rootOf, service, upgraded } from './loader-page.ts';
import { nextFrame, waitUntil } from './wait-until.ts';

describe('a script tag that tells where to put the prompt', () => {
  const placing = (selector: string) =>
    `<script src="${service}/widget/page-feedback.js" data-target="${selector}"
      data-heading-level="3" defer></script>`;

  it('puts it last there', async () => {
    const page = await openPage(`<main><p>Text</p></main>${placing('main')}`);
    await upgraded(page);
    expect(page.document.querySelector('main')?.lastElementChild === promptIn(page)).to.equal(true);
    expect(rootOf(page)?.querySelector('h3')?.textContent).to.include('information');
  });

  for (const selector of ['main[', '..', 'main >', '#1', '{{ target }}']) {
    it(`A21: does no harm with what is no selector: “${selector}”`, async () => {
      const errors: unknown[] = [];
      const page = await openPage('<main></main>');
      page.addEventListener('error', ({ error }) => errors.push(error));
      const loader = page.document.createElement('script');
      loader.src = `${service}/widget/page-feedback.js`;
      loader.dataset['target'] = selector;
      const ran = new Promise((resolve) => {
        loader.addEventListener('load', resolve);
      });
      page.document.body.append(loader);
      await ran;
      // What else there is on the page is found all the same, at once and later.
      page.document.body.append(page.document.createElement('page-feedback'));
      await upgraded(page);
      expect(errors).to.deep.equal([]);
      expect(page.document.querySelectorAll('page-feedback')).to.have.length(1);
    });
  }

  it('puts it back, with what was answered, where an application replaces the view', async () => {
    const page = await openPage(`<main><p>Text</p></main>${placing('main')}`);
    await upgraded(page);
    const answered = new Promise((resolve) => {
      promptIn(page).addEventListener('feedback-answered', resolve);
    });
    button(page, 'no').click();
    await answered;
    const view = page.document.querySelector('main');
    const inView = () => page.document.querySelector('main page-feedback');
    view?.replaceChildren(page.document.createElement('h1'));
    await waitUntil(inView, 'the prompt in the same place');
    view?.replaceWith(page.document.createElement('main'));
    await waitUntil(inView, 'the prompt in the new place');
    expect(page.document.querySelectorAll('page-feedback')).to.have.length(1);
    expect(button(page, 'no').getAttribute('aria-pressed')).to.equal('true');
  });

  it('waits for a place that comes later', async () => {
    const page = await openPage(placing('main'));
    await nextFrame();
    page.document.body.append(page.document.createElement('main'));
    await waitUntil(() => page.document.querySelector('main page-feedback'), 'the prompt');
    await upgraded(page);
  });

  it('A21: does not hang a page that takes it away each time', async () => {
    const page = await openPage(`<main></main>`);
    let removals = 0;
    const main = page.document.querySelector('main');
    new page.MutationObserver(() => {
      if (!main?.firstElementChild) return;
      removals += 1;
      main.replaceChildren();
    }).observe(page.document, { childList: true, subtree: true });
    page.document.body.append(
      page.document.createRange().createContextualFragment(placing('main')),
    );
    await waitUntil(() => removals > 2, 'the prompt that comes back');
    // Painting goes on meanwhile.
    await nextFrame();
  });
});
