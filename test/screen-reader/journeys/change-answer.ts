import {
  answerYesAndGoToField,
  goToQuestion,
  hint,
  no,
  thanksForAnswer,
  whatWasMissing,
  yes,
} from './familiar-words.ts';
import type { Journey } from './journey.ts';

export const changeAnswer: Journey = {
  title: 'Answers yes, begins a comment and changes the answer',
  page: 'short',
  opensWith: 'Öppettider huvud nivå 1.',
  steps: [
    ...goToQuestion,
    ...answerYesAndGoToField,
    { does: 'writes', write: 'Bra', hears: [] },
    {
      does: 'goes back',
      press: 'shift+Tab',
      hears: ['Kontakta oss länk.', 'Bläddringsläge'],
    },
    {
      does: 'goes back to the answers',
      press: 'shift+Tab',
      hears: ['lämnar formulär.', `${no} inte nedtryckt.`],
    },
    { does: 'answers no instead', press: 'Return', hears: ['nedtryckt', thanksForAnswer] },
    { does: 'presses the same answer again', press: 'space', hears: [] },
    { does: 'looks at the other answer', press: 'shift+Tab', hears: [`${yes} inte nedtryckt.`] },
    { does: 'goes on to the chosen answer', press: 'Tab', hears: [`${no} nedtryckt.`] },
    { does: 'goes on', press: 'Tab', hears: ['Kontakta oss länk.'] },
    {
      does: 'goes on to the field, where the words still are',
      press: 'Tab',
      hears: [`${whatWasMissing} post Bra.`, hint, 'Fokusläge'],
    },
  ],
};
