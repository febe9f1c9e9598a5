import {
  answerYesAndGoToField,
  goToQuestion,
  goToSend,
  hint,
  thanksForComment,
  whatHelped,
  yes,
} from './familiar-words.ts';
import type { Journey } from './journey.ts';

export const commentRefused: Journey = {
  title: 'Sends a comment that the service refuses and changes it',
  page: 'comment refused once',
  opensWith: 'Öppettider huvud nivå 1.',
  steps: [
    ...goToQuestion,
    ...answerYesAndGoToField,
    { does: 'writes', write: 'Bra', hears: [] },
    goToSend,
    {
      does: 'sends it, and is back in the field, where the words still are',
      press: 'Return',
      hears: [
        `${whatHelped} Texten kan inte tas emot som den är. Ändra texten och skicka igen. post Bra.`,
        'ogiltig post.',
        hint,
        'Fokusläge',
      ],
    },
    { does: 'writes more', write: ' sida', hears: [] },
    goToSend,
    { does: 'sends it again', press: 'Return', hears: [`${yes} nedtryckt.`, thanksForComment] },
  ],
};
