import type { FailureReason } from './feedback-events.ts';
import { readPageIdentity, type PageIdentity } from './page-identity.ts';
import type { PromptAnswer } from './prompt-state.ts';
import { randomUuid } from './random-uuid.ts';
import { sendResponse } from './send-response.ts';
import type { Settings } from './settings.ts';

/** One visitor's response about one page, through all its revisions. */
export class VisitorResponse {
  #id = randomUuid();
  #revisionNo = 0;
  /** Read at the first answer and kept: what follows is about the same page. */
  #identity: PageIdentity | undefined;
  /** The comment that is stored or under way goes with every later revision: each has it all. */
  #comment = '';

  /** The comment that went with the revision that was sent last; empty when there was none. */
  get comment() {
    return this.#comment;
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
    comment?: string,
  ): Promise<'stored' | FailureReason | undefined> {
    if (comment !== undefined) this.#comment = comment;
    const revisionNo = ++this.#revisionNo;
    const service = settings.service ?? import.meta.url.replace(/\/widget\/.*/, '');
    this.#identity ??= readPageIdentity(settings);
    const fields = {
      ...this.#identity,
      widgetLanguage,
      answer,
      comment: this.#comment,
      revisionNo: String(revisionNo),
    };
    let outcome = await sendResponse(service, { id: this.#id, ...fields });
    if (outcome === 'too-late') {
      // The page stood open past the time for changes: this is a response of its own.
      this.#id = randomUuid();
      outcome = await sendResponse(service, { id: this.#id, ...fields });
    }
    if (revisionNo !== this.#revisionNo) return undefined;
    if (outcome !== 'stored' && comment !== undefined) this.#comment = '';
    return outcome === 'too-late' ? 'service' : outcome;
  }
}
