import { answerAndComment } from './answer-and-comment.ts';
import { browseMode } from './browse-mode.ts';
import { changeAnswer } from './change-answer.ts';
import { commentRefused } from './comment-refused.ts';
import { editorComments } from './editor-comments.ts';
import { editor } from './editor.ts';
import type { Journey } from './journey.ts';
import { nearLimit, tooLongComment } from './long-comment.ts';
import { personalData } from './personal-data.ts';
import { answerFails, commentFails } from './service-fails.ts';
import { withoutScript } from './without-script.ts';

/** All journeys, in the order in which they are taken. */
export const journeys: readonly Journey[] = [
  answerAndComment,
  changeAnswer,
  answerFails,
  commentFails,
  commentRefused,
  tooLongComment,
  nearLimit,
  personalData,
  browseMode,
  withoutScript,
  editor,
  editorComments,
];
