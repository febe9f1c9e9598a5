import { html } from 'hono/html';
import type { Locale } from '../locale.ts';
import type { Html } from '../review-environment.ts';

/**
 * The field for an editor's mail address. It is a field of text that must be filled in, and
 * the service judges it: some browsers tell an empty or half-written address to be invalid
 * before anybody has sent it.
 * @param wrong what was written and cannot be an address: said inside the field's label
 */
export const addressField = (hint: string, wrong: string | undefined, { words }: Locale): Html =>
  html`<div>
    <label for="address"
      >${words.mail.address}
      ${wrong !== undefined && html`<span class="fault">${words.mail.addressFault}</span>`}</label
    >
    <p class="quiet" id="address-hint">${hint}</p>
    <input id="address" name="address" type="text" inputmode="email" autocapitalize="none"
      aria-required="true" maxlength="254" autocomplete="email" spellcheck="false"
      value="${wrong ?? ''}" aria-describedby="address-hint"
      ${wrong !== undefined && html`aria-invalid="true" autofocus`}>
  </div>`;
