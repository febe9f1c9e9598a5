import { render } from 'lit/html.js';
import {
  FeedbackAnsweredEvent,
  FeedbackFailedEvent,
  FeedbackSubmittedEvent,
} from './feedback-events.ts';
import { adoptStyleSheet } from './adopt-style-sheet.ts';
import { focusSettled, isElsewhere, leaveFor } from './focus-settled.ts';
import { holdRoom } from './hold-room.ts';
import { languageTag } from './language-tag.ts';
import { pageFeedbackStyles } from './page-feedback-styles.ts';
import { unwatchNavigation, watchNavigation } from './page-navigation.ts';
import type { PromptLanguage } from './prompt-language.ts';
import {
  canSend,
  charactersLeft,
  firstState,
  spokenLimit,
  typingPause,
  type PromptAnswer,
  type PromptState,
} from './prompt-state.ts';
import { saidAnew } from './said-anew.ts';
import type { SendOutcome } from './send-response.ts';
import { readSettings, settingNames } from './settings.ts';
import { VisitorResponse } from './visitor-response.ts';

const pressed = '[aria-pressed=true]';

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
 * @cssprop --page-feedback-padding - The room between the edge and what it holds.
 *
 * @slot - A plain form or link, for visitors without script.
 */
export class PageFeedback extends HTMLElement {
  /** Every language that has been loaded, by its tag. */
  static readonly languages: Record<string, PromptLanguage> = {};

  static readonly observedAttributes = settingNames;

  /** Made at the first answer, or where nothing stood in the prompt's place before. */
  #response: VisitorResponse | undefined;
  /** Where the visitor is, to tell when it becomes another page. */
  #path = '';
  /** The language that is shown. */
  #tag = '';
  #typingTimer = 0;
  #told = '';
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
    if (!this.firstElementChild) this.#response = new VisitorResponse(performance.now());
    root.addEventListener('click', (event) => void this.#press(event));
    root.addEventListener('submit', (event) => void this.#sendComment(event));
    root.addEventListener('input', (event) => {
      this.#type((event.target as HTMLTextAreaElement).value);
    });
  }

  /** Shows the state as it is now. */
  render() {
    if (!this.shadowRoot) return;
    this.#tag = languageTag(this, PageFeedback.languages);
    const template = this.#words.promptTemplate(this.#state, this.#tag, readSettings(this));
    render(template, this.shadowRoot);
  }

  get #words(): PromptLanguage {
    return PageFeedback.languages[this.#tag] as PromptLanguage;
  }

  /** Another page in the same document, as single-page applications show: another response. */
  #followPage = () => {
    const path = this.getAttribute('page') ?? location.pathname;
    if (path === this.#path) return;
    this.#path = path;
    if (!this.#state.answer) return;
    this.#response = undefined;
    this.#state = firstState;
    this.#find('.form-room')?.removeAttribute('style');
    this.render();
  };

  #set(change: Partial<PromptState>) {
    this.#state = { ...this.#state, ...change };
    this.render();
  }

  #press({ target }: Event) {
    const value = (target as Element).closest('button')?.value;
    switch (value) {
      case 'yes':
      case 'no':
        return this.#answer(value);
      case 'retry':
        this.#find(pressed)?.focus();
        return this.#send();
      case 'masked': {
        const submit = this.#find('[type=submit]');
        // The button that was pressed goes away: focus first moves to the one that comes back.
        submit?.toggleAttribute('hidden', false);
        submit?.focus();
        // What is masked may be longer than what was written: it is looked through as well.
        this.#set({ comment: this.#state.masked ?? '' });
        return this.#sendComment();
      }
      case 'edit':
        this.#find('textarea')?.focus();
        this.#set({ masked: undefined });
    }
    return undefined;
  }

  async #answer(answer: PromptAnswer) {
    this.#followPage();
    // A second press of the same answer has nothing to say, unless the first did not arrive.
    if (answer === this.#state.answer && !this.#state.failure) return;
    this.#set({ answer });
    await this.#send();
  }

  async #sendComment(event?: Event) {
    event?.preventDefault();
    const { comment, sending } = this.#state;
    if (sending === 'comment') return;
    const commentFault = !canSend(comment);
    const allowed = readSettings(this).allowedNumbers?.split(',');
    const text = this.#words.maskedText(comment, allowed ?? []);
    const masked = commentFault || text === comment ? undefined : text;
    this.#set({ commentFault, masked });
    if (commentFault) this.#find('textarea')?.focus();
    else if (masked !== undefined) this.#find('#edit')?.focus();
    else await this.#send(comment);
  }

  #type(comment: string) {
    // What was previewed or refused is no longer what has been written.
    const commentFault = this.#state.commentFault === true && !canSend(comment);
    this.#set({ comment, commentFault, refusal: undefined, masked: undefined });
    clearTimeout(this.#typingTimer);
    this.#typingTimer = window.setTimeout(() => {
      const left = charactersLeft(this.#state.comment);
      this.#set({ counterStatus: left > spokenLimit ? '' : this.#words.counterText(left) });
    }, typingPause);
  }

  async #send(comment?: string) {
    const sending = comment ? 'comment' : 'answer';
    this.#set({ sending, failure: undefined, refusal: undefined, status: '' });
    if (comment) holdRoom(this.#find('.form-room'));
    const response = (this.#response ??= new VisitorResponse());
    const { storedComment } = response;
    const { answer = 'no' } = this.#state;
    const outcome = await response.send(readSettings(this), this.#tag, answer, comment);
    // Of a page that the visitor has left, nothing is told here.
    if (!outcome || response !== this.#response) return;
    const isComment = response.storedComment !== storedComment;
    const isHeard = this.#settle(outcome, response.storedComment);
    await focusSettled();
    if (this.#state.sending || response !== this.#response) return;
    this.#tell(isComment, isHeard);
  }

  /**
   * Shows what has become of a try to send, all but the words of the status.
   * @returns whether the focus has moved to where it is told
   */
  #settle(outcome: SendOutcome, storedComment: string): boolean {
    // Words that were added while it was sent are not stored: their field stays.
    const commentStored = storedComment !== '' && storedComment === this.#state.comment;
    // The form goes away: focus inside it first moves to a control that stays.
    if (commentStored && this.shadowRoot?.activeElement?.closest('form'))
      leaveFor(this.#find(pressed));
    this.#set({ sending: undefined, ...outcome, commentStored });
    const field = this.#find('textarea');
    // Who has gone elsewhere meanwhile, or writes on, is not fetched back.
    if (!outcome.refusal || isElsewhere(this) || field?.matches(':focus')) return false;
    field?.focus();
    return true;
  }

  /** Says it to the visitor, and to the page. */
  #tell(isComment: boolean, isHeard: boolean) {
    const { failure, refusal, commentStored, answer = 'no' } = this.#state;
    const { statusText, commentThanks } = this.#words;
    const invites = !commentStored && !this.hasAttribute('no-comment');
    const status = isComment ? commentThanks : statusText(this.#state, invites);
    this.#told = saidAnew(status, this.#told);
    this.#set({ status: isHeard ? '' : this.#told });
    if (failure || refusal) this.dispatchEvent(new FeedbackFailedEvent(failure ?? 'service'));
    else if (isComment) this.dispatchEvent(new FeedbackSubmittedEvent());
    else this.dispatchEvent(new FeedbackAnsweredEvent(answer));
  }

  #find(selector: string) {
    return this.shadowRoot?.querySelector<HTMLElement>(selector);
  }
}
