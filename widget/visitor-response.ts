import { readPageIdentity, type PageIdentity } from './page-identity.ts';
import type { PromptAnswer } from './prompt-state.ts';
import { randomUuid } from './random-uuid.ts';
import { sendResponse, type SendOutcome } from './send-response.ts';
import { serviceOf } from './service-address.ts';
import type { Settings } from './settings.ts';

/** Tells people from robots; how long a visitor was on the page is nobody's business: 1 second. */
const longestTold = 1000;

/** One visitor's response about one page, through all its revisions. */
export class VisitorResponse {
  #id = randomUuid();
  #revisionNo = 0;
  /** Read at the first answer and kept: what follows is about the same page. */
  #identity: PageIdentity | undefined;
  /** The comment that is stored or under way goes with every later revision: each has it all. */
  #comment = '';
  #storedComment = '';
  #knownSince: number;

  /**
   * @param knownSince from when on the visitor could know of the prompt, in milliseconds of
   * `performance.now()`; from the start of the page unless told
   */
  constructor(knownSince = 0) {
    this.#knownSince = knownSince;
  }

  /** The comment that the service has acknowledged; empty when there is none. */
  get storedComment() {
    return this.#storedComment;
  }

  /**
   * Sends the next revision.
   * @param comment the comment, when that is what the visitor sends
   * @returns what became of it; undefined when a newer revision is under way and will tell of both
   */
  async send(
    settings: Settings,
    widgetLanguage: string,
    answer: PromptAnswer,
    comment = this.#comment,
  ): Promise<SendOutcome | undefined> {
    this.#comment = comment;
    const revisionNo = ++this.#revisionNo;
    this.#identity ??= readPageIdentity(settings);
    const fields = {
      ...this.#identity,
      widgetLanguage,
      answer,
      comment,
      revisionNo: String(revisionNo),
      elapsed: Math.min(performance.now() - this.#knownSince, longestTold).toFixed(),
    };
    const post = () => sendResponse(serviceOf(settings), { id: this.#id, ...fields });
    let outcome = await post();
    if (outcome.isTooLate) {
      // The page stood open past the time for changes: this is a response of its own.
      this.#id = randomUuid();
      outcome = await post();
    }
    if (revisionNo !== this.#revisionNo) return undefined;
    if (outcome.failure ?? outcome.refusal) this.#comment = this.#storedComment;
    else this.#storedComment = comment;
    return outcome;
  }
}
