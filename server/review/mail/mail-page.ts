import { html } from 'hono/html';
import type { MailWish, WatchedPage } from '../../store/editor-mail.ts';
import { landingNotice } from '../landing-notice.ts';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';
import { pageName, pageNameMarkup } from '../page-name.ts';
import type { Html } from '../review-environment.ts';
import { addressField } from './address-field.ts';

/** What was done a moment ago; the page says so first. */
export type MailDone = keyof Locale['words']['mail']['done'];

interface MailPage {
  wish: MailWish | null;
  watches: WatchedPage[];
  done: MailDone | undefined;
  /** An address that was written and cannot be one. */
  faulty?: string;
}

/** Where an editor chooses what mail to have. */
export function mailPage(page: MailPage, locale: Locale, root: string): ReviewPage {
  const { words } = locale;
  const { wish, done, faulty } = page;
  return {
    title: faulty === undefined ? words.mail.title : words.faultTitle(words.mail.title),
    main: html`<h1>${words.mail.title}</h1>
      ${done && landingNotice('done', words.mail.done[done])}
      <p>${words.mail.intro}</p>
      <h2>${words.mail.addressTitle}</h2>
      ${wish && addressNow(wish, locale, root)} ${addressForm(page, locale, root)}
      ${wish?.confirmed && choicesForm(wish, locale, root)} ${watchList(page, locale, root)}
      ${
        wish &&
        html`<form method="post" action="${root}/mail/remove">
          <button class="final-button">${words.mail.remove}</button>
        </form>`
      }`,
    status: faulty === undefined ? 200 : 422,
  };
}

/** For a service that has no mail server. */
export const mailNotSetUp = ({ words }: Locale): ReviewPage => ({
  title: words.mail.title,
  main: html`<h1>${words.mail.title}</h1>
    <p>${words.mail.notSetUp}</p>`,
});

function addressNow({ address, confirmed }: MailWish, { words }: Locale, root: string): Html {
  if (confirmed) return html`<p>${words.mail.isConfirmed(address)}</p>`;
  return html`<p>${words.mail.isWaiting(address)}</p>
    <form method="post" action="${root}/mail/address">
      <input type="hidden" name="address" value="${address}">
      <button>${words.mail.sendAgain}</button>
    </form>`;
}

function addressForm({ wish, faulty }: MailPage, locale: Locale, root: string): Html {
  const { words } = locale;
  const form = html`<form class="fields" method="post" action="${root}/mail/address">
    ${addressField(words.mail.addressHint, faulty, locale)}
    <button class="main-button">${words.mail.addressSave}</button>
  </form>`;
  if (!wish) return form;
  return html`<details ${faulty !== undefined && html`open`}>
    <summary>${words.mail.changeAddress}</summary>
    ${form}
  </details>`;
}

function choicesForm(wish: MailWish, { words }: Locale, root: string): Html {
  const box = (name: 'digest' | 'warnings') =>
    html`<div class="check">
      <input id="${name}" name="${name}" type="checkbox" value="yes"
        ${wish[name] && html`checked`}>
      <label for="${name}">${words.mail[name]}</label>
    </div>`;
  return html`<h2>${words.mail.choicesTitle}</h2>
    <p>${words.mail.scope}</p>
    <form class="fields" method="post" action="${root}/mail/choices">
      ${box('digest')} ${box('warnings')}
      <button class="main-button">${words.mail.saveChoices}</button>
    </form>`;
}

function watchList({ watches }: MailPage, { words }: Locale, root: string): Html {
  return html`<h2>${words.mail.watchesTitle}</h2>
    ${
      watches.length === 0
        ? html`<p>${words.mail.noWatches}</p>`
        : html`<p>${words.mail.watchesText}</p>
            <ul class="watches">
              ${watches.map(
                (page) =>
                  html`<li>
                    <a href="${root}/pages/${page.id}">${pageNameMarkup(page)}</a>
                    <form method="post" action="${root}/mail/unwatch">
                      <input type="hidden" name="page" value="${page.id}">
                      <button>
                        ${words.mail.unwatch}<span class="visually-hidden"> ${pageName(page)}</span>
                      </button>
                    </form>
                  </li>`,
              )}
            </ul>`
    }`;
}
