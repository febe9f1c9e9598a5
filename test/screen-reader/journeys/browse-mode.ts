import { no, thanksForAnswer, yes } from './familiar-words.ts';
import type { Journey } from './journey.ts';

export const browseMode: Journey = {
  title: 'Reads the prompt without Tab, by heading, button and line',
  page: 'short',
  opensWith: 'Öppettider huvud nivå 1.',
  steps: [
    {
      does: 'asks for the next heading',
      press: 'h',
      hears: ['region Hjälpte denna information dig?', 'Hjälpte denna information dig? huvud nivå 2.'],
    },
    {
      does: 'reads the next line',
      press: 'Down',
      hears: ['Ditt svar hjälper oss att förbättra sidan.'],
    },
    { does: 'asks for the next button', press: 'b', hears: [`${yes} inte nedtryckt.`] },
    { does: 'asks for the next button', press: 'b', hears: [`${no} inte nedtryckt.`] },
    { does: 'answers no', press: 'Return', hears: ['nedtryckt', thanksForAnswer] },
    { does: 'reads the next line', press: 'Down', hears: [thanksForAnswer] },
    { does: 'reads the next line', press: 'Down', hears: [] },
    { does: 'reads the next line', press: 'Down', hears: [] },
    { does: 'reads the next line', press: 'Down', hears: [] },
    { does: 'reads the next line', press: 'Down', hears: [] },
    { does: 'reads the next line', press: 'Down', hears: [] },
    { does: 'reads the next line', press: 'Down', hears: [] },
    { does: 'reads the next line', press: 'Down', hears: [] },
    { does: 'reads the next line', press: 'Down', hears: [] },
    { does: 'reads the next line', press: 'Down', hears: [] },
    { does: 'reads the next line', press: 'Down', hears: [] },
  ],
};
