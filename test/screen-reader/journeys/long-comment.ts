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

const tooLong = `${whatHelped} Texten är 2 tecken för lång. Korta den och skicka igen.`;

export const tooLongComment: Journey = {
  title: 'Sends a comment that is too long and shortens it',
  page: 'short',
  opensWith: 'Öppettider huvud nivå 1.',
  steps: [
    {
      does: 'finds a text',
      press: 'Tab',
      until: 'En för lång text skrivskyddad post Priset saknas. …',
    },
    { does: 'marks it', press: 'ctrl+a', hears: 'anything' },
    { does: 'copies it', press: 'ctrl+c', hears: 'anything' },
    ...goToQuestion,
    ...answerYesAndGoToField,
    {
      does: 'pastes a text that is two characters too long',
      press: 'ctrl+v',
      hears: ['Texten är 2 tecken för lång. Korta den och skicka igen.'],
    },
    goToSend,
    {
      does: 'sends it all the same, and is back in the field',
      press: 'Return',
      // Each browser has lines of its own length, and the last line is read.
      hears: {
        Chromium: [`${tooLong} post saknas. …`, 'ogiltig post.', hint, 'Fokusläge'],
        Firefox: [`${tooLong} post Priset saknas. …`, 'ogiltig post.', hint, 'Fokusläge'],
      },
    },
    {
      does: 'deletes a character',
      press: 'BackSpace',
      hears: ['a', 'Texten är 1 tecken för lång. Korta den och skicka igen.'],
    },
    {
      does: 'deletes one more',
      press: 'BackSpace',
      hears: ['n', 'Du kan skriva 0 tecken till.'],
    },
    goToSend,
    { does: 'sends it', press: 'Return', hears: [`${yes} nedtryckt.`, thanksForComment] },
  ],
};

export const nearLimit: Journey = {
  title: 'Hears how many characters are left, when typing pauses near the limit',
  page: 'short',
  opensWith: 'Öppettider huvud nivå 1.',
  steps: [
    {
      does: 'finds a text',
      press: 'Tab',
      until: 'En nästan för lång text skrivskyddad post Priset saknas. …',
    },
    { does: 'marks it', press: 'ctrl+a', hears: 'anything' },
    { does: 'copies it', press: 'ctrl+c', hears: 'anything' },
    ...goToQuestion,
    ...answerYesAndGoToField,
    { does: 'writes far from the limit', write: 'Jo. ', hears: [] },
    {
      does: 'pastes a text that leaves 46 characters',
      press: 'ctrl+v',
      hears: ['Du kan skriva 46 tecken till.'],
    },
    {
      does: 'goes on writing, and pauses',
      write: 'Och tack',
      hears: ['Du kan skriva 38 tecken till.'],
    },
  ],
};
