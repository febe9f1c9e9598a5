import { html } from 'hono/html';
import type { ReviewPage } from '../layout.ts';
import type { Locale } from '../locale.ts';

type Stops = keyof Locale['words']['mail']['stops'];

/** The link in the mail has been opened by somebody or something: a person presses the button. */
export const confirmPage = (
  { words }: Locale,
  root: string,
  name: string,
  token: string,
): ReviewPage => ({
  title: words.mail.confirmTitle,
  main: html`<h1>${words.mail.confirmTitle}</h1>
    <p>${words.mail.confirmText(name)}</p>
    <form method="post" action="${root}/mail/confirm">
      <input type="hidden" name="token" value="${token}">
      <button class="main-button">${words.mail.confirmButton}</button>
    </form>`,
});

export const confirmedPage = ({ words }: Locale, root: string): ReviewPage => ({
  title: words.mail.confirmed,
  main: html`<h1>${words.mail.confirmed}</h1>
    <p>${words.mail.confirmedText}</p>
    <p><a href="${root}/mail">${words.mail.toMail}</a></p>`,
});

export const stopPage = (
  { words }: Locale,
  root: string,
  kind: Stops,
  token: string,
): ReviewPage => ({
  title: words.mail.stopTitle,
  main: html`<h1>${words.mail.stopTitle}</h1>
    <p>${words.mail.stopText[kind]}</p>
    <form method="post" action="${root}/mail/stop?token=${encodeURIComponent(token)}">
      <button class="main-button">${words.mail.stopButton}</button>
    </form>`,
});

export const stoppedPage = ({ words }: Locale, root: string, kind: Stops): ReviewPage => ({
  title: words.mail.stopped,
  main: html`<h1>${words.mail.stopped}</h1>
    <p>${words.mail.stops[kind]}</p>
    <p><a href="${root}/mail">${words.mail.toMail}</a></p>`,
});

export const deadMailLink = ({ words }: Locale, root: string): ReviewPage => ({
  title: words.mail.deadTitle,
  main: html`<h1>${words.mail.deadTitle}</h1>
    <p>${words.mail.deadText}</p>
    <p><a href="${root}/mail">${words.mail.toMail}</a></p>`,
  status: 403,
});

/** The same for every address, whoever's it is. */
export const signInSent = ({ words }: Locale): ReviewPage => ({
  title: words.mail.signInSentTitle,
  main: html`<h1>${words.mail.signInSentTitle}</h1>
    <p>${words.mail.signInSentText}</p>`,
});
