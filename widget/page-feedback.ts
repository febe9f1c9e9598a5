import { render } from 'lit/html.js';
import { primaryLanguage } from '../locales/languages.ts';
import {
  FeedbackAnsweredEvent,
  FeedbackFailedEvent,
  FeedbackSubmittedEvent,
  type FailureReason,
} from './feedback-events.ts';
import { adoptStyleSheet } from './adopt-style-sheet.ts';
import { focusSettled } from './focus-settled.ts';
import { pageFeedbackStyles } from './page-feedback-styles.ts';
import { unwatchNavigation, watchNavigation } from './page-navigation.ts';
import type { PromptLanguage } from './prompt-language.ts';
import {
  canSend,
  charactersLeft,
  firstState,
  type PromptAnswer,
  type PromptState,
  type Sending,
} from './prompt-state.ts';
import { readSettings, settingNames } from './settings.ts';
import { VisitorResponse } from './visitor-response.ts';

/** The remaining characters are spoken when typing pauses for a second, near the limit. */
const typingPause = 1000;
const nearLimit = 100;

/**
 * @summary Asks whether the page helped, and takes a comment.
 *
 * @attr lang - The language of the prompt. Default: the nearest `lang` around it.
 * @attr {'light' | 'dark'} theme - Forces light or dark colours. Default: the `color-scheme` of the page.
 *
 * @fires feedback-answered - The service has stored an answer.
 * @fires feedback-submitted - The service has stored a comment.
 * @fires feedback-failed - An answer or a comment could not be sent.
 *
 * @csspart question - The heading with the question.
 * @csspart purpose - The sentence on what the answer is for.
 * @csspart answers - The group of the two answers.
 * @csspart answer - Each answer.
 * @csspart status - What has become of the answer.
 * @csspart form - The form for the comment.
 * @csspart label - The label of the comment, with its error.
 * @csspart error - What is wrong with the comment, or what was found in it.
 * @csspart hint - What not to write.
 * @csspart comment - The field for the comment.
 * @csspart counter - How many characters may still be written.
 * @csspart submit - The buttons that send: the comment, or a failed answer again.
 * @csspart receipt - The thanks for a stored comment.
 * @csspart links - The links below.
 *
 * @cssprop --page-feedback-text - Text, links, and the outline of what has the focus.
 * @cssprop --page-feedback-surface - The background.
 * @cssprop --page-feedback-field - The background of the field and of the answers; the text of the buttons that send and of the chosen answer.
 * @cssprop --page-feedback-primary - The border of buttons and field; the background of the buttons that send and of the chosen answer.
 * @cssprop --page-feedback-error - The bar beside an error, and the border of a field with one.
 * @cssprop --page-feedback-radius - How round corners are.
 *
 * @slot - A plain form or link, for visitors without script.
 */
export class PageFeedback extends HTMLElement {
  /** Every language that has been loaded, by its tag. */
  static readonly languages: Record<string, PromptLanguage> = {};

  static readonly observedAttributes = settingNames;

  #response = new VisitorResponse();
  /** Where the visitor is, to tell when it becomes another page. */
  #path = '';
  /** The comment that the service has acknowledged. */
  #storedComment = '';
  #typingTimer = 0;
  #state: PromptState = firstState;

  connectedCallback() {
    const focused = this.querySelector<HTMLButtonElement>(':focus');
    if (!this.shadowRoot) this.#attachRoot();
    watchNavigation(this.#followPage);
    this.#followPage();
    this.render();
    // The form inside the tag is gone from sight: who stood in it stands in the prompt.
    if (focused) (this.#find(`[value="${focused.value}"]`) ?? this.#find('button'))?.focus();
  }

  disconnectedCallback() {
    clearTimeout(this.#typingTimer);
    unwatchNavigation(this.#followPage);
  }

  attributeChangedCallback() {
    this.#followPage();
    this.render();
  }

  #attachRoot() {
    const root = this.attachShadow({ mode: 'open' });
    adoptStyleSheet(root, pageFeedbackStyles);
    root.addEventListener('click', (event) => void this.#press(event));
    root.addEventListener('submit', (event) => void this.#submit(event));
    root.addEventListener('input', (event) => {
      this.#type((event.target as HTMLTextAreaElement).value);
    });
  }

  /** Shows the state as it is now. */
  render() {
    if (!this.shadowRoot) return;
    const template = this.#language.promptTemplate(this.#state, this.#tag, readSettings(this));
    render(template, this.shadowRoot);
  }

  /** The nearest language that is marked in the page, or else Swedish, or else the first loaded. */
  get #tag(): string {
    const loaded = Object.keys((this.constructor as typeof PageFeedback).languages);
    const wish = primaryLanguage(this.closest<HTMLElement>('[lang]')?.lang ?? '');
    return [wish, 'sv', ...loaded].find((tag) => loaded.includes(tag)) ?? '';
  }

  get #language(): PromptLanguage {
    return (this.constructor as typeof PageFeedback).languages[this.#tag] as PromptLanguage;
  }

  /** Another page in the same document, as single-page applications show: another response. */
  #followPage = () => {
    const path = this.getAttribute('page') ?? location.pathname;
    if (path === this.#path) return;
    this.#path = path;
    if (!this.#state.answer) return;
    this.#response = new VisitorResponse();
    this.#storedComment = '';
    this.#state = firstState;
    this.render();
  };

  #set(change: Partial<PromptState>) {
    this.#state = { ...this.#state, ...change };
    this.render();
  }

  async #press({ target }: Event) {
    switch ((target as Element).closest('button')?.value) {
      case 'yes':
        return this.#answer('yes');
      case 'no':
        return this.#answer('no');
      case 'retry':
        this.#focusAnswer();
        return this.#send('answer');
      case 'masked':
        return this.#sendMasked();
      case 'edit':
        this.#find('textarea')?.focus();
        this.#set({ masked: undefined });
    }
  }

  async #answer(answer: PromptAnswer) {
    this.#followPage();
    // A second press of the same answer has nothing to say, unless the first did not arrive.
    if (answer === this.#state.answer && !this.#state.failure) return;
    this.#set({ answer });
    await this.#send('answer');
  }

  async #submit(event: Event) {
    event.preventDefault();
    const { comment, sending } = this.#state;
    if (sending === 'comment') return;
    const commentFault = !canSend(comment);
    const allowed = readSettings(this).allowedNumbers?.split(',');
    const text = this.#language.maskedText(comment, allowed ?? []);
    const masked = commentFault || text === comment ? undefined : text;
    this.#set({ commentFault, masked });
    if (commentFault) this.#find('textarea')?.focus();
    else if (masked !== undefined) this.#find('#edit')?.focus();
    else await this.#send('comment', comment);
  }

  async #sendMasked() {
    const { masked = '' } = this.#state;
    const submit = this.#find('[type=submit]');
    // The button that was pressed goes away: focus first moves to the one that comes back.
    submit?.toggleAttribute('hidden', false);
    submit?.focus();
    this.#set({ comment: masked, masked: undefined });
    await this.#send('comment', masked);
  }

  #type(comment: string) {
    // What was previewed is no longer what has been written.
    const commentFault = this.#state.commentFault === true && !canSend(comment);
    this.#set({ comment, commentFault, masked: undefined });
    clearTimeout(this.#typingTimer);
    this.#typingTimer = window.setTimeout(() => {
      const left = charactersLeft(this.#state.comment);
      this.#set({ counterStatus: left > nearLimit ? '' : this.#language.counterText(left) });
    }, typingPause);
  }

  async #send(sending: Sending, comment?: string) {
    this.#set({ sending, failure: undefined, status: '' });
    const response = this.#response;
    const { answer = 'no' } = this.#state;
    const outcome = await response.send(readSettings(this), this.#tag, answer, comment);
    // Of a page that the visitor has left, nothing is told here.
    if (!outcome || response !== this.#response) return;
    const isComment = this.#settle(outcome);
    await focusSettled();
    if (!this.#state.sending && response === this.#response) this.#tell(isComment);
  }

  /**
   * Shows what has become of a try to send, all but the words of the status.
   * @returns whether a comment has just been stored
   */
  #settle(outcome: 'stored' | FailureReason): boolean {
    const failure = outcome === 'stored' ? undefined : outcome;
    const { comment } = this.#response;
    const isNew = !failure && comment !== this.#storedComment;
    if (isNew) this.#storedComment = comment;
    // Words that were added while it was sent are not stored: their field stays.
    const commentStored = this.#storedComment !== '' && this.#storedComment === this.#state.comment;
    // The form goes away: focus inside it first moves to a control that stays.
    if (commentStored && this.shadowRoot?.activeElement?.closest('form')) this.#focusAnswer();
    this.#set({ sending: undefined, failure, commentStored });
    return isNew;
  }

  /** Says it to the visitor, and to the page. */
  #tell(isComment: boolean) {
    const { failure, commentStored, answer = 'no' } = this.#state;
    const { statusText, commentThanks } = this.#language;
    const invites = !commentStored && !this.hasAttribute('no-comment');
    this.#set({ status: isComment ? commentThanks : statusText(this.#state, invites) });
    if (failure) this.dispatchEvent(new FeedbackFailedEvent(failure));
    else if (isComment) this.dispatchEvent(new FeedbackSubmittedEvent());
    else this.dispatchEvent(new FeedbackAnsweredEvent(answer));
  }

  #focusAnswer() {
    this.#find('[aria-pressed=true]')?.focus();
  }

  #find(selector: string) {
    return this.shadowRoot?.querySelector<HTMLElement>(selector);
  }
}
