import { html } from 'hono/html';
import type { SignInReason } from '../sign-in/sign-in-fault.ts';
import type { Editor } from '../store/store.ts';
import type { ReviewPage } from './layout.ts';
import type { Locale } from './locale.ts';
import type { Html } from './review-environment.ts';

/** For a page that needs a session, when there is none. */
export const notSignedIn = (
  { words }: Locale,
  root: string,
  {
    provider,
    byMail,
  }: { provider?: { host: string; returnTo: string } | undefined; byMail: boolean },
): ReviewPage => ({
  title: words.notSignedInTitle,
  main: html`<h1>${words.notSignedInTitle}</h1>
    ${
      provider
        ? providerLink(words.signInAtProvider(provider.host), root, provider.returnTo)
        : html`<p>${words.notSignedInText}</p>`
    }
    ${byMail && mailedLink(words, root)} ${howToGetLink(words)}`,
  status: 401,
});

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
    <p><a href="${root}/">${words.toStart}</a></p>`,
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
    <p><a href="${root}/">${words.toStart}</a></p>`,
  status: 404,
});

/** For a form that does not come from our own page, or that our page could not have sent. */
export const refused = ({ words }: Locale, root: string, status: 400 | 403 | 413): ReviewPage => ({
  title: words.refusedTitle,
  main: html`<h1>${words.refusedTitle}</h1>
    <p>${words.refusedText}</p>
    <p><a href="${root}/">${words.toStart}</a></p>`,
  status,
});

/** Answered in the same way whether or not the address is known. */
function mailedLink(words: Locale['words'], root: string): Html {
  return html`<h2>${words.mail.signInTitle}</h2>
    <form class="fields" method="post" action="${root}/sign-in/mail">
      <div>
        <label for="address">${words.mail.address}</label>
        <p class="quiet" id="address-hint">${words.mail.signInHint}</p>
        <input id="address" name="address" type="email" required maxlength="254"
          autocomplete="email" spellcheck="false" aria-describedby="address-hint">
      </div>
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
