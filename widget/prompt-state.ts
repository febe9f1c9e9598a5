import { characterCount, maxCommentLength } from '../server/contract/limits.ts';
import type { FailureReason } from './feedback-events.ts';

/** The two answers the prompt offers. */
export type PromptAnswer = 'yes' | 'no';

/** What can be sent: an answer alone, or with its comment. */
type Sending = 'answer' | 'comment';

/** Why the service takes the comment never as it is. */
export type Refusal = 'personal-data' | 'other';

/** Everything the prompt shows follows from this. */
export interface PromptState {
  /** The answer that is pressed; undefined until the visitor has answered. */
  answer?: PromptAnswer | undefined;
  comment: string;
  /** What is under way. */
  sending?: Sending | undefined;
  /** Why the last try to send failed. */
  failure?: FailureReason | undefined;
  /** How long the service asks to wait before the next try, in minutes, when it tells. */
  minutes?: number | undefined;
  /** Whether the comment was refused before sending: empty or too long. */
  commentFault?: boolean | undefined;
  /** Why the service has refused the comment. */
  refusal?: Refusal | undefined;
  /** The comment as it will be sent, when personal data was found in it. */
  masked?: string | undefined;
  /** Whether the service has stored the comment. */
  commentStored?: boolean | undefined;
  /** What the status region says. */
  status?: string;
  /** What is said of the remaining characters, when typing pauses near the limit. */
  counterStatus?: string;
}

export const firstState: PromptState = { comment: '' };

/** How many characters the visitor may still write; negative when there are too many. */
export const charactersLeft = (comment: string) => maxCommentLength - characterCount(comment);

/** Whether a comment can be sent: neither empty nor too long. */
export const canSend = (comment: string) => comment.trim() && charactersLeft(comment) >= 0;

/** The remaining characters are spoken from here on, when typing pauses for so many milliseconds. */
export const spokenLimit = 100;
export const typingPause = 1000;
