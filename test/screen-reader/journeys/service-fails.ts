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

export const answerFails: Journey = {
  title: 'Answers while the service fails and tries again',
  page: 'answer fails once',
  opensWith: 'Öppettider huvud nivå 1.',
  steps: [
    ...goToQuestion,
    {
      does: 'answers yes',
      press: 'space',
      hears: ['nedtryckt', 'Det gick inte att skicka just nu. Försök igen om en stund.'],
    },
    { does: 'goes on to the other answer', press: 'Tab', hears: [`${no} inte nedtryckt.`] },
    { does: 'goes on', press: 'Tab', hears: ['Försök igen tryckknapp.'] },
    {
      does: 'tries again',
      press: 'space',
      hears: [`${yes} nedtryckt.`, thanksForAnswer],
    },
    { does: 'goes on from there', press: 'Tab', hears: [`${no} inte nedtryckt.`] },
  ],
};

export const commentFails: Journey = {
  title: 'Sends a comment while the service fails and tries again',
  page: 'comment fails once',
  opensWith: 'Öppettider huvud nivå 1.',
  steps: [
    ...goToQuestion,
    ...answerYesAndGoToField,
    { does: 'writes', write: 'Bra', hears: [] },
    goToSend,
    {
      does: 'sends it',
      press: 'Return',
      hears: ['Det gick inte att skicka just nu. Din text finns kvar. Försök igen om en stund.'],
    },
    {
      does: 'goes back to the field, where the words still are',
      press: 'shift+Tab',
      hears: [`${whatHelped} post Bra.`, hint, 'Fokusläge'],
    },
    goToSend,
    { does: 'sends it again', press: 'Return', hears: [`${yes} nedtryckt.`, thanksForComment] },
    { does: 'goes on from there', press: 'Tab', hears: [`${no} inte nedtryckt.`] },
  ],
};
