import { hint, whatWasMissing } from './familiar-words.ts';
import type { Journey } from './journey.ts';

export const withoutScript: Journey = {
  title: 'Answers and comments without script',
  page: 'article',
  withoutScript: true,
  opensWith: 'Gå till innehållet länk.',
  steps: [
    {
      does: 'goes to the last link of the article',
      press: 'Tab',
      until: 'Riktlinjen om länkars syfte …',
    },
    { does: 'goes on to the question', press: 'Tab', hears: ['lämnar lista.', 'Ja tryckknapp.'] },
    { does: 'goes on to the other answer', press: 'Tab', hears: ['Nej tryckknapp.'] },
    {
      does: 'answers no, and comes to the receipt',
      press: 'Return',
      hears: ['Tack för ditt svar huvud nivå 1.'],
    },
    { does: 'goes on to the answer', press: 'Tab', hears: ['Ditt svar: panel.', 'Nej'] },
    { does: 'goes on to the field', press: 'Tab', hears: [`${whatWasMissing} post.`, hint, 'Fokusläge'] },
    { does: 'goes on to the button', press: 'Tab', hears: ['Skicka tryckknapp.', 'Bläddringsläge'] },
    { does: 'sends nothing', press: 'Return', hears: ['?'] },
    { does: 'writes what was missing', write: 'Priset saknas.', hears: [] },
    { does: 'goes on to the button', press: 'Tab', hears: ['Skicka tryckknapp.', 'Bläddringsläge'] },
    { does: 'sends it', press: 'Return', hears: ['?'] },
    { does: 'reads', press: 'Down', hears: ['?'] },
    { does: 'reads', press: 'Down', hears: ['?'] },
    { does: 'reads', press: 'Down', hears: ['?'] },
    { does: 'reads', press: 'Down', hears: ['?'] },
    { does: 'reads', press: 'Down', hears: ['?'] },
  ],
};
