import { thanksForComment, whatWasMissing } from './familiar-words.ts';
import type { Journey } from './journey.ts';

const hint =
  'Skriv inte personuppgifter, till exempel namn, personnummer eller telefonnummer. Du får inget svar.';
const question = 'Hjälpte denna information dig?';
const yes = 'Ja , informationen hjälpte mig tryckknapp.';
const no = 'Nej , informationen hjälpte mig inte tryckknapp.';
const field = [`${whatWasMissing} post.`, hint, 'Fokusläge'];
const faultyField = [
  `${whatWasMissing} Skriv något i rutan innan du skickar. post.`,
  'ogiltig post.',
  hint,
  'Fokusläge',
];

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
    {
      does: 'goes on to the question',
      press: 'Tab',
      hears: ['lämnar lista.', `formulär ${question}`, 'Ja tryckknapp.'],
    },
    { does: 'goes on to the other answer', press: 'Tab', hears: ['Nej tryckknapp.'] },
    {
      does: 'answers no, and comes to the receipt',
      press: 'Return',
      hears: ['Tack för ditt svar huvud nivå 1.'],
    },
    {
      does: 'goes on to the answer',
      press: 'Tab',
      hears: {
        Chromium: [
          'formulär',
          'Ditt svar: panel.',
          'Nej , informationen hjälpte mig inte.',
          'markerad radioknapp',
        ],
        Firefox: [
          'Ditt svar: panel.',
          'Nej , informationen hjälpte mig inte.',
          'markerad radioknapp',
        ],
      },
    },
    { does: 'goes on to the field', press: 'Tab', hears: ['lämnar panel.', ...field] },
    {
      does: 'goes on to the button',
      press: 'Tab',
      hears: ['Skicka tryckknapp.', 'Bläddringsläge'],
    },
    {
      does: 'sends nothing, and is back in the field on a new page',
      press: 'Return',
      hears: {
        Chromium: [
          'lämnar formulär.',
          'lämnar huvudinnehåll.',
          'huvudinnehåll',
          'formulär',
          ...faultyField,
        ],
        Firefox: ['huvudinnehåll', ...faultyField],
      },
    },
    { does: 'writes what was missing', write: 'Priset saknas.', hears: [] },
    {
      does: 'goes on to the button',
      press: 'Tab',
      hears: ['Skicka tryckknapp.', 'Bläddringsläge'],
    },
    { does: 'sends it', press: 'Return', hears: ['Tack för ditt svar huvud nivå 1.'] },
    { does: 'reads the next line', press: 'Down', hears: [thanksForComment] },
    {
      does: 'reads the next line',
      press: 'Down',
      hears: ['Sidan du svarar om:', 'Skriv tydliga länktexter.'],
    },
    { does: 'reads the next line', press: 'Down', hears: ['Ditt svar:', 'Nej.'] },
    {
      does: 'asks for the next heading',
      press: 'h',
      hears: ['Ändra ditt svar huvud nivå 2.'],
    },
    { does: 'asks for the next button', press: 'b', hears: [yes] },
    { does: 'asks for the next button', press: 'b', hears: [no] },
    { does: 'goes on', press: 'Tab', hears: ['Tillbaka till sidan länk.'] },
  ],
};
