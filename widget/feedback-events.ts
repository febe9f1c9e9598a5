import type { Answer } from '../server/contract/response-schema.ts';

/** Why a response could not be sent. */
export type FailureReason = 'offline' | 'service' | 'too-many' | 'closed';

class FeedbackEvent extends Event {
  constructor(type: string) {
    super(type, { bubbles: true, composed: true });
  }
}

/** The service has stored an answer, new or changed. */
export class FeedbackAnsweredEvent extends FeedbackEvent {
  /** What the visitor pressed. */
  readonly answer: Answer;
  constructor(answer: Answer) {
    super('feedback-answered');
    this.answer = answer;
  }
}

/** The service has stored a comment. The event never carries its words. */
export class FeedbackSubmittedEvent extends FeedbackEvent {
  constructor() {
    super('feedback-submitted');
  }
}

/** An answer or a comment could not be sent; the visitor has been told. */
export class FeedbackFailedEvent extends FeedbackEvent {
  /** No network, a service that is down or refuses, more answers than it takes, or a page without. */
  readonly reason: FailureReason;
  constructor(reason: FailureReason) {
    super('feedback-failed');
    this.reason = reason;
  }
}

declare global {
  /** The events bubble: the element, the document and the window can listen for them. */
  interface GlobalEventHandlersEventMap {
    'feedback-answered': FeedbackAnsweredEvent;
    'feedback-submitted': FeedbackSubmittedEvent;
    'feedback-failed': FeedbackFailedEvent;
  }
}
