import * as words from '../locales/visitor/prompt-words.ts';
import { findPersonalData, maskPersonalData } from '../server/contract/personal-data.ts';
import { charactersLeft, type PromptState } from './prompt-state.ts';

/** The thanks for an answer, with the invitation to comment where one may follow. */
export const answerThanks = (invites: unknown) =>
  words.thanksForAnswer + (invites ? ` ${words.commentInvitation}` : '');

/** What the status region says when a try to send has ended. */
export function statusText(state: PromptState, invites: boolean) {
  const { failure, minutes, comment, refusal, commentStored } = state;
  // The visitor is not at the field, where the fault is told: it may not pass unheard.
  if (refusal) return commentFaultText(state);
  if (!failure) return answerThanks(invites);
  const kept = comment.trim() && !commentStored ? ` ${words.textKept} ` : ' ';
  if (failure === 'closed') return words.closed + kept.trimEnd();
  if (failure === 'offline') return words.offline + kept + words.retryNow;
  return (
    (failure === 'too-many' ? words.tooMany : words.serviceError) +
    kept +
    (minutes ? words.retryInMinutes(minutes) : words.retrySoon)
  );
}

export const commentThanks = words.thanksForComment;

/** How many characters may still be written, or must go. */
export const counterText = (left: number) =>
  left < 0 ? words.tooLong(-left) : words.charactersLeft(left);

/** What is wrong with the comment, and the way out. */
export function commentFaultText({ comment, refusal }: PromptState) {
  const left = charactersLeft(comment);
  if (left < 0) return words.tooLong(-left);
  if (!refusal) return words.empty;
  const fault = refusal === 'other' ? words.notAccepted : words.personalDataFound;
  return `${fault} ${words.changeAndSend}`;
}

/** The comment with all personal data that rules can find masked. */
export const maskedText = (comment: string, allowedNumbers: string[]) =>
  maskPersonalData(comment, findPersonalData(comment, allowedNumbers), words.masked);
