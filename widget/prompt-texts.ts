import * as words from '../locales/visitor/prompt-words.ts';
import { findPersonalData, maskPersonalData } from '../server/contract/personal-data.ts';
import type { PromptState } from './prompt-state.ts';

/** The thanks for an answer, with the invitation to comment where one may follow. */
export const answerThanks = (invites: unknown) =>
  words.thanksForAnswer + (invites ? ` ${words.commentInvitation}` : '');

/** What the status region says when a try to send has ended. */
export function statusText({ failure, comment, commentStored }: PromptState, invites: boolean) {
  const kept = comment.trim() && !commentStored ? ` ${words.textKept} ` : ' ';
  if (failure === 'offline') return words.offline + kept + words.retryNow;
  if (failure === 'too-many') return words.tooMany + kept + words.retryInAMinute;
  return failure ? words.serviceError + kept + words.retrySoon : answerThanks(invites);
}

export const commentThanks = words.thanksForComment;

/** How many characters may still be written, or must go. */
export const counterText = (left: number) =>
  left < 0 ? words.tooLong(-left) : words.charactersLeft(left);

/** What is wrong with a comment that cannot be sent. */
export const commentFaultText = (left: number) => (left < 0 ? words.tooLong(-left) : words.empty);

/** The comment with all personal data that rules can find masked. */
export const maskedText = (comment: string, allowedNumbers: string[]) =>
  maskPersonalData(comment, findPersonalData(comment, allowedNumbers), words.masked);
