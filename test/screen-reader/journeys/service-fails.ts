import {
  answerYesAndGoToField,
  goToQuestion,
  goToSend,
  hint,
  no,
  thanksForAnswer,
  thanksForComment,
  whatHelped,
  yes,
} from './familiar-words.ts';
import type { Journey } from './journey.ts';

const answerFailed = 'Det gick inte att skicka just nu. Försök igen om en stund.';
const commentFailed =
  'Det gick inte att skicka just nu. Din text finns kvar. Försök igen om en stund.';

export const answerFails: Journey = {
  title: 'Answers while the service fails and tries again until it works',
  page: 'answer fails twice',
  opensWith: 'Öppettider huvud nivå 1.',
  steps: [
    ...goToQuestion,
    { does: 'answers yes', press: 'space', hears: ['nedtryckt', answerFailed] },
    { does: 'goes on to the other answer', press: 'Tab', hears: [`${no} inte nedtryckt.`] },
    { does: 'goes on', press: 'Tab', hears: ['Försök igen tryckknapp.'] },
    {
      does: 'tries again, and it fails again',
      press: 'space',
      hears: [`${yes} nedtryckt.`, answerFailed],
    },
    { does: 'goes on to the other answer', press: 'Tab', hears: [`${no} inte nedtryckt.`] },
    { does: 'goes on', press: 'Tab', hears: ['Försök igen tryckknapp.'] },
    {
      does: 'tries once more',
      press: 'space',
      hears: [`${yes} nedtryckt.`, thanksForAnswer],
    },
    { does: 'goes on from there', press: 'Tab', hears: [`${no} inte nedtryckt.`] },
  ],
};

export const commentFails: Journey = {
  title: 'Sends a comment while the service fails and tries again until it works',
  page: 'comment fails twice',
  opensWith: 'Öppettider huvud nivå 1.',
  steps: [
    ...goToQuestion,
    ...answerYesAndGoToField,
    { does: 'writes', write: 'Bra', hears: [] },
    goToSend,
    { does: 'sends it', press: 'Return', hears: [commentFailed] },
    { does: 'sends it again', press: 'Return', hears: [commentFailed] },
    {
      does: 'goes back to the field, where the words still are',
      press: 'shift+Tab',
      hears: [`${whatHelped} post Bra.`, hint, 'Fokusläge'],
    },
    goToSend,
    { does: 'sends it once more', press: 'Return', hears: [`${yes} nedtryckt.`, thanksForComment] },
    { does: 'goes on from there', press: 'Tab', hears: [`${no} inte nedtryckt.`] },
  ],
};
