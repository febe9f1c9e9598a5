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

export const personalData: Journey = {
  title: 'Writes an e-mail address and is asked before it is sent',
  page: 'short',
  opensWith: 'Öppettider huvud nivå 1.',
  steps: [
    ...goToQuestion,
    ...answerYesAndGoToField,
    { does: 'writes', write: 'Skriv till kim@example.com', hears: [] },
    goToSend,
    {
      does: 'sends it, and is asked first',
      press: 'Return',
      hears: [
        'Det ser ut som att texten innehåller personuppgifter. Så här skickas den: Skriv till [dolt] panel.',
        'Ändra texten tryckknapp.',
      ],
    },
    {
      does: 'goes back to the text',
      press: 'Return',
      hears: [`${whatHelped} post Skriv till kim@example.com.`, hint, 'Fokusläge'],
    },
    goToSend,
    {
      does: 'sends it all the same, and is asked again',
      press: 'Return',
      hears: [
        'Det ser ut som att texten innehåller personuppgifter. Så här skickas den: Skriv till [dolt] panel.',
        'Ändra texten tryckknapp.',
      ],
    },
    { does: 'goes on', press: 'Tab', hears: ['Skicka så här tryckknapp.'] },
    { does: 'sends it like that', press: 'Return', hears: [`${yes} nedtryckt.`, thanksForComment] },
  ],
};
