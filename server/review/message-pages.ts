import { html } from 'hono/html';
import type { SignInReason } from '../sign-in/sign-in-fault.ts';
import type { Editor } from '../store/store.ts';
import type { ReviewPage } from './layout.ts';
import type { Locale } from './locale.ts';
import { addressField } from './mail/address-field.ts';
import type { Html } from './review-environment.ts';

/** What the page for those who are not signed in offers. */
interface WaysIn {
  provider?: { host: string; returnTo: string } | undefined;
  /** Whether a link can be sent by mail. */
  byMail: boolean;
  /** What was written and cannot be a mail address. */
  wrong?: string | undefined;
}

/** For a page that needs a session, when there is none. */
export function notSignedIn(
  locale: Locale,
  root: string,
  { provider, byMail, wrong }: WaysIn,
): ReviewPage {
  const { words } = locale;
  const title = words.notSignedInTitle;
  return {
    title: wrong === undefined ? title : words.faultTitle(title),
    main: html`<h1>${title}</h1>
      ${
        provider
          ? providerLink(words.signInAtProvider(provider.host), root, provider.returnTo)
          : html`<p>${words.notSignedInText}</p>`
      }
      ${byMail && mailedLink(locale, root, wrong)} ${howToGetLink(words)}`,
    status: wrong === undefined ? 401 : 422,
  };
}

/** The link has been opened by somebody or something: a person presses the button. */
export const openLink = (
  { words }: Locale,
  root: string,
  editor: Editor,
  token: string,
): ReviewPage => ({
  title: words.signInTitle,
  main: html`<h1>${words.signInTitle}</h1>
    <p>${words.signInAs(editor.name)}</p>
    <form method="post" action="${root}/sign-in">
      <input type="hidden" name="token" value="${token}">
      <button class="main-button">${words.signInButton}</button>
    </form>`,
});

/** For a sign-in at the provider that did not come about. */
export const signInFailed = (
  { words }: Locale,
  root: string,
  reason: SignInReason,
  host: string,
): ReviewPage => ({
  title: words.signInFailedTitle,
  main: html`<h1>${words.signInFailedTitle}</h1>
    <p>${words.reasons[reason]}</p>
    ${providerLink(words.signInAtProvider(host), root, `${root}/`)}`,
  status: reason === 'provider-down' ? 503 : 403,
});

/** Signed out here, and still signed in at the provider, as one may want to be. */
export const providerSignOut = ({ words }: Locale, root: string, host: string): ReviewPage => ({
  title: words.signedOutTitle,
  main: html`<h1>${words.signedOutTitle}</h1>
    <p>${words.alsoAtProvider(host)}</p>
    <p class="back"><a href="${root}/sign-out/provider">${words.signOutAtProvider(host)}</a></p>
    ${providerLink(words.signInAgain, root, `${root}/`)}`,
});

const providerLink = (text: string, root: string, returnTo: string): Html =>
  html`<p class="back">
    <a href="${root}/sign-in/provider?returnTo=${encodeURIComponent(returnTo)}">${text}</a>
  </p>`;

/** For a sign-in link that is used, too old or unknown: nobody learns which. */
export const deadLink = ({ words }: Locale, root: string): ReviewPage => ({
  title: words.deadLinkTitle,
  main: html`<h1>${words.deadLinkTitle}</h1>
    <p>${words.deadLinkText}</p>
    ${howToGetLink(words)}
    <h2>${words.alreadySignedInTitle}</h2>
    <p><a href="${root}/">${words.title}</a></p>`,
  status: 403,
});

export const signedOut = ({ words }: Locale): ReviewPage => ({
  title: words.signedOutTitle,
  main: html`<h1>${words.signedOutTitle}</h1>
    <p>${words.signedOutText}</p>
    ${howToGetLink(words)}`,
});

/** For what is not there, and for what the editor has no right to see. */
export const notFound = ({ words }: Locale, root: string): ReviewPage => ({
  title: words.notFoundTitle,
  main: html`<h1>${words.notFoundTitle}</h1>
    <p>${words.notFoundText}</p>
    <p><a href="${root}/">${words.title}</a></p>`,
  status: 404,
});

/** For a form that does not come from our own page, or that our page could not have sent. */
export const refused = ({ words }: Locale, root: string, status: 400 | 403): ReviewPage => ({
  title: words.refusedTitle,
  main: html`<h1>${words.refusedTitle}</h1>
    <p>${words.refusedText}</p>
    <p><a href="${root}/">${words.title}</a></p>`,
  status,
});

/** For a form with more in it than anybody writes: it is not read, so it cannot be shown again. */
export const tooLarge = ({ words }: Locale, root: string): ReviewPage => ({
  title: words.tooLargeTitle,
  main: html`<h1>${words.tooLargeTitle}</h1>
    <p>${words.tooLargeText}</p>
    <p><a href="${root}/">${words.title}</a></p>`,
  status: 413,
});

/** Answered in the same way whether or not the address is known. */
function mailedLink(locale: Locale, root: string, wrong: string | undefined): Html {
  const { words } = locale;
  return html`<h2>${words.mail.signInTitle}</h2>
    <form class="fields" method="post" action="${root}/sign-in/mail">
      ${addressField(words.mail.signInHint, wrong, locale)}
      <button>${words.mail.signInButton}</button>
    </form>`;
}

function howToGetLink(words: Locale['words']): Html {
  return html`<h2>${words.getLinkTitle}</h2>
    <p>${words.askForLink}</p>
    <pre><code>gensvar editor invite</code></pre>
    <p>${words.demoLink}</p>
    <p>${words.linkValidity}</p>`;
}
