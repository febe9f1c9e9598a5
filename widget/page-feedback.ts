import { LitElement, type PropertyValues } from 'lit';
import {
  FeedbackAnsweredEvent,
  FeedbackFailedEvent,
  FeedbackSubmittedEvent,
} from './feedback-events.ts';
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
export class PageFeedback extends LitElement {
  /** Every language that has been loaded, by its tag. */
  static readonly languages: Record<string, PromptLanguage> = {};

  static override readonly styles = pageFeedbackStyles;

  static override readonly properties = {
    service: {},
    page: {},
    pageTitle: { attribute: 'page-title' },
    pageUpdated: { attribute: 'page-updated' },
    headingLevel: { attribute: 'heading-level' },
    contactHref: { attribute: 'contact-href' },
    privacyHref: { attribute: 'privacy-href' },
    accessibilityHref: { attribute: 'accessibility-href' },
    noComment: { attribute: 'no-comment', type: Boolean },
    state: { state: true },
  };

  /** The service's base address. Default: where the element's script came from. */
  declare service: string | undefined;
  /** The page's address. Default: the canonical link, or where the browser is. */
  declare page: string | undefined;
  /** The page's title. Default: its metadata. */
  declare pageTitle: string | undefined;
  /** When the page was last updated, as `2026-11-22`. Default: its metadata. */
  declare pageUpdated: string | undefined;
  /** The level of the question's heading, 1 to 6. Default: 2. */
  declare headingLevel: string | undefined;
  /** Where visitors who want a reply can turn. */
  declare contactHref: string | undefined;
  /** The notice on how answers are handled. */
  declare privacyHref: string | undefined;
  /** Where bad accessibility can be reported. */
  declare accessibilityHref: string | undefined;
  /** Takes answers only. */
  declare noComment: boolean;
  /** @internal */
  declare state: PromptState;

  #id = randomUuid();
  #revisionNo = 0;
  /** Once sent, the comment goes with every later revision: whichever arrives has it all. */
  #sentComment = '';
  #typingTimer = 0;

  constructor() {
    super();
    this.noComment = false;
    this.state = { comment: '' };
  }

  override render() {
    return this.#language.promptTemplate(this.state, this.#tag, this, {
      answer: (answer) => void this.#answer(answer),
      submit: (event) => void this.#submit(event),
      retry: () => void this.#retry(),
      type: (comment) => {
        this.#type(comment);
      },
    });
  }

  protected override updated(changed: PropertyValues<this>): void {
    super.updated(changed);
    if (this.state.commentFault) this.#find('textarea')?.focus();
  }

  /** The nearest language that is marked in the page and loaded, or else the first loaded. */
  get #tag(): string {
    const { languages } = this.constructor as typeof PageFeedback;
    const wish = this.closest<HTMLElement>('[lang]')?.lang.slice(0, 2) ?? '';
    return wish in languages ? wish : (Object.keys(languages)[0] ?? '');
  }

  get #language(): PromptLanguage {
    return (this.constructor as typeof PageFeedback).languages[this.#tag] as PromptLanguage;
  }

  #set(change: Partial<PromptState>) {
    this.state = { ...this.state, ...change };
  }

  async #answer(answer: PromptAnswer) {
    // A second press of the same answer has nothing to say, unless the first did not arrive.
    if (answer === this.state.answer && !this.state.failure) return;
    this.#set({ answer });
    await this.#send('answer');
  }

  async #submit(event: Event) {
    event.preventDefault();
    const { comment, sending } = this.state;
    if (sending === 'comment') return;
    // Taken away first: the same fault again is a new fault, and is spoken again.
    this.#set({ commentFault: false });
    await this.updateComplete;
    if (canSend(comment)) {
      this.#sentComment = comment;
      await this.#send('comment');
    } else this.#set({ commentFault: true, status: '' });
  }

  async #retry() {
    this.#focusAnswer();
    await this.#send('answer');
  }

  #type(comment: string) {
    this.#set({ comment });
    clearTimeout(this.#typingTimer);
    this.#typingTimer = window.setTimeout(() => {
      const left = charactersLeft(this.state.comment);
      this.#set({ counterStatus: left > nearLimit ? '' : this.#language.counterText(left) });
    }, typingPause);
  }

  async #send(sending: Sending) {
    const revisionNo = ++this.#revisionNo;
    this.#set({ sending, failure: undefined, status: '' });
    const service = this.service ?? import.meta.url.replace(/\/widget\/.*/, '');
    const fields = {
      ...readPageIdentity(this),
      widgetLanguage: this.#tag,
      answer: this.state.answer ?? '',
      comment: this.#sentComment,
      revisionNo: String(revisionNo),
    };
    let outcome = await sendResponse(service, { id: this.#id, ...fields });
    if (outcome === 'too-late') {
      // The page stood open past the time for changes: this is a response of its own.
      this.#id = randomUuid();
      outcome = await sendResponse(service, { id: this.#id, ...fields });
    }
    // A newer revision is under way and will tell what became of both.
    if (revisionNo === this.#revisionNo) await this.#tell(sending, outcome);
  }

  async #tell(sending: Sending, outcome: SendOutcome) {
    const isStored = outcome === 'stored';
    const failure = isStored ? undefined : outcome === 'too-late' ? 'service' : outcome;
    const commentStored = !failure && this.#sentComment !== '';
    // The form goes away: focus inside it first moves to a control that stays.
    if (commentStored && this.shadowRoot?.activeElement?.closest('form')) this.#focusAnswer();
    this.#set({ sending: undefined, failure, commentStored });
    await new Promise((resolve) => {
      setTimeout(resolve, settleTime);
    });
    const { statusText, commentThanks } = this.#language;
    const invites = !commentStored && !this.noComment;
    const thanksForComment = commentStored && sending === 'comment';
    this.#set({ status: thanksForComment ? commentThanks : statusText(this.state, invites) });
    if (failure) this.dispatchEvent(new FeedbackFailedEvent(failure));
    else if (thanksForComment) this.dispatchEvent(new FeedbackSubmittedEvent());
    else this.dispatchEvent(new FeedbackAnsweredEvent(this.state.answer ?? 'no'));
  }

  #focusAnswer() {
    this.#find('[aria-pressed=true]')?.focus();
  }

  #find(selector: string) {
    return this.renderRoot.querySelector<HTMLElement>(selector);
  }
}
