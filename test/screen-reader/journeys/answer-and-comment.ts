import {
  goToSend,
  hint,
  no,
  thanksForAnswer,
  thanksForComment,
  whatWasMissing,
  yes,
} from './familiar-words.ts';
import type { Journey } from './journey.ts';

export const answerAndComment: Journey = {
  title: 'Answers no on an article and writes a comment',
  page: 'article',
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
      hears: ['lämnar lista.', 'region Hjälpte denna information dig?', `${yes} inte nedtryckt.`],
    },
    { does: 'goes on to the other answer', press: 'Tab', hears: [`${no} inte nedtryckt.`] },
    { does: 'answers no', press: 'space', hears: ['nedtryckt', thanksForAnswer] },
    { does: 'goes on', press: 'Tab', hears: ['Kontakta oss länk.'] },
    {
      does: 'goes on to the field',
      press: 'Tab',
      hears: [`${whatWasMissing} post.`, hint, 'Fokusläge'],
    },
    goToSend,
    {
      does: 'sends nothing, and is back in the field',
      press: 'Return',
      hears: [
        `${whatWasMissing} Skriv något i rutan innan du skickar. post.`,
        'ogiltig post.',
        hint,
        'Fokusläge',
      ],
    },
    { does: 'writes what was missing', write: 'Priset saknas.', hears: [] },
    goToSend,
    {
      does: 'sends it',
      press: 'Return',
      hears: [`${no} nedtryckt.`, thanksForComment],
    },
    {
      does: 'goes on from there',
      press: 'Tab',
      hears: ['Rapportera bristande tillgänglighet länk.'],
    },
  ],
};
