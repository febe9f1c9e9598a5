import { render } from 'lit/html.js';
import {
  FeedbackAnsweredEvent,
  FeedbackFailedEvent,
  FeedbackSubmittedEvent,
} from './feedback-events.ts';
import { adoptStyleSheet } from './adopt-style-sheet.ts';
import { pageFeedbackStyles } from './page-feedback-styles.ts';
import { readPageIdentity } from './page-identity.ts';
import type { PromptLanguage } from './prompt-language.ts';
import {
  canSend,
  charactersLeft,
  type PromptAnswer,
  type PromptState,
  type Sending,
} from './prompt-state.ts';
import { randomUuid } from './random-uuid.ts';
import { readSettings, settingNames } from './settings.ts';
import { sendResponse, type SendOutcome } from './send-response.ts';

/** Screen readers speak a changed status only when focus has come to rest: 150 ms. */
const settleTime = 150;
/** The remaining characters are spoken when typing pauses for a second, near the limit. */
const typingPause = 1000;
const nearLimit = 100;

/**
 * @summary Asks whether the page helped, and takes a comment.
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
 * @csspart error - What is wrong with the comment.
 * @csspart hint - What not to write.
 * @csspart comment - The field for the comment.
 * @csspart counter - How many characters may still be written.
 * @csspart submit - The buttons that send: the comment, or a failed answer again.
 * @csspart receipt - The thanks for a stored comment.
 * @csspart links - The links below.
 *
 * @slot - A plain form or link, for visitors without script.
 */
export class PageFeedback extends HTMLElement {
  /** Every language that has been loaded, by its tag. */
  static readonly languages: Record<string, PromptLanguage> = {};

  static readonly observedAttributes = settingNames;

  #id = randomUuid();
  #revisionNo = 0;
  /** The comment that is stored or under way goes with every later revision: each has it all. */
  #sentComment = '';
  #typingTimer = 0;
  #state: PromptState = { comment: '' };

  connectedCallback() {
    if (!this.shadowRoot) adoptStyleSheet(this.attachShadow({ mode: 'open' }), pageFeedbackStyles);
    this.render();
  }

  disconnectedCallback() {
    clearTimeout(this.#typingTimer);
  }

  attributeChangedCallback() {
    this.render();
  }

  /** Shows the state as it is now. */
  render() {
    if (!this.shadowRoot) return;
    const template = this.#language.promptTemplate(this.#state, this.#tag, readSettings(this), {
      answer: (answer) => void this.#answer(answer),
      submit: (event) => void this.#submit(event),
      retry: () => void this.#retry(),
      edit: () => {
        this.#find('textarea')?.focus();
        this.#set({ masked: undefined });
      },
      sendMasked: () => void this.#sendMasked(),
      type: (comment) => {
        this.#type(comment);
      },
    });
    render(template, this.shadowRoot);
  }

  /** The nearest language that is marked in the page and loaded, or else the first loaded. */
  get #tag(): string {
    const { languages } = this.constructor as typeof PageFeedback;
    const [wish = ''] = this.closest<HTMLElement>('[lang]')?.lang.toLowerCase().split('-') ?? [];
    return wish in languages ? wish : (Object.keys(languages)[0] ?? '');
  }

  get #language(): PromptLanguage {
    return (this.constructor as typeof PageFeedback).languages[this.#tag] as PromptLanguage;
  }

  #set(change: Partial<PromptState>) {
    this.#state = { ...this.#state, ...change };
    this.render();
  }

  async #answer(answer: PromptAnswer) {
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
    else await this.#sendComment(comment);
  }

  async #sendMasked() {
    const { masked = '' } = this.#state;
    this.#set({ comment: masked, masked: undefined });
    this.#find('[type=submit]')?.focus();
    await this.#sendComment(masked);
  }

  async #sendComment(comment: string) {
    this.#sentComment = comment;
    await this.#send('comment');
  }

  async #retry() {
    this.#focusAnswer();
    await this.#send('answer');
  }

  #type(comment: string) {
    // What was previewed is no longer what has been written.
    this.#set({ comment, masked: undefined });
    clearTimeout(this.#typingTimer);
    this.#typingTimer = window.setTimeout(() => {
      const left = charactersLeft(this.#state.comment);
      this.#set({ counterStatus: left > nearLimit ? '' : this.#language.counterText(left) });
    }, typingPause);
  }

  async #send(sending: Sending) {
    const revisionNo = ++this.#revisionNo;
    this.#set({ sending, failure: undefined, status: '' });
    const settings = readSettings(this);
    const service = settings.service ?? import.meta.url.replace(/\/widget\/.*/, '');
    const fields = {
      ...readPageIdentity(settings),
      widgetLanguage: this.#tag,
      answer: this.#state.answer ?? '',
      comment: this.#sentComment,
      revisionNo: String(revisionNo),
    };
    let outcome = await sendResponse(service, { id: this.#id, ...fields });
    if (outcome === 'too-late') {
      // The page stood open past the time for changes: this is a response of its own.
      this.#id = randomUuid();
      outcome = await sendResponse(service, { id: this.#id, ...fields });
    }
    // When a newer revision is under way, that one tells what became of both.
    const isLatest = () => revisionNo === this.#revisionNo;
    if (!isLatest()) return;
    this.#settle(sending, outcome);
    await new Promise((resolve) => {
      setTimeout(resolve, settleTime);
    });
    if (isLatest()) this.#tell(sending);
  }

  /** Shows what has become of a try to send, all but the words of the status. */
  #settle(sending: Sending, outcome: SendOutcome) {
    const isStored = outcome === 'stored';
    const failure = isStored ? undefined : outcome === 'too-late' ? 'service' : outcome;
    if (failure && sending === 'comment') this.#sentComment = '';
    const commentStored =
      this.#state.commentStored === true || (isStored && this.#sentComment !== '');
    // The form goes away: focus inside it first moves to a control that stays.
    if (commentStored && this.shadowRoot?.activeElement?.closest('form')) this.#focusAnswer();
    this.#set({ sending: undefined, failure, commentStored });
  }

  /** Says it to the visitor, and to the page. */
  #tell(sending: Sending) {
    const { failure, commentStored, answer = 'no' } = this.#state;
    const { statusText, commentThanks } = this.#language;
    const isComment = sending === 'comment';
    const invites = !commentStored && !this.hasAttribute('no-comment');
    const thanks = isComment && !failure ? commentThanks : statusText(this.#state, invites);
    this.#set({ status: thanks });
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
