import type { Journey } from './journey.ts';

const marked = 'Kommentaren från 2026-11-18 12:00: Status: Åtgärdad.';
const undone = 'Ändringen är ångrad. Antal kommentarer: 1.';
const choose = 'Välj kommentaren från 2026-11-18 12:00 kryssruta inte kryssad.';
const markFixed = 'Markera som åtgärdad kommentaren från 2026-11-18 12:00 tryckknapp.';

/*
 * What was done is heard first on the page that follows, once as the name of the notice and at
 * times once more as its text. So those steps end as soon as the words have come.
 */
export const editor: Journey = {
  title: 'An editor finds a page, marks a comment, hears what came of a change, and enters another',
  page: 'review',
  opensWith: 'Hoppa till innehållet länk.',
  steps: [
    { does: 'asks for the next heading', press: 'h', hears: ['Svar från besökare huvud nivå 1.'] },
    {
      does: 'reads what awaits',
      press: 'Down',
      hears: ['2 nya kommentarer på en sida. En sida behöver ses över.'],
    },
    { does: 'asks for the next heading', press: 'h', hears: ['Sidor huvud nivå 2.'] },
    {
      does: 'comes to the first page',
      press: 'h',
      hears: ['Ansök om stöd länk huvud nivå 3.'],
    },
    {
      does: 'opens its report',
      press: 'Return',
      hears: ['Ansök om stöd – Gensvar dokument webb.', 'Hoppa till innehållet länk.'],
    },
    { does: 'goes on to the days', press: 'h', until: 'Svar per dag huvud nivå 2.' },
    {
      does: 'reads the next line',
      press: 'Down',
      hears: {
        Chromium: ['Tabell: 2 dagar med svar växlingsknapp infälld.'],
        Firefox: ['Tabell: 2 dagar med svar infälld tryckknapp.'],
      },
    },
    { does: 'opens it', press: 'Return', hears: ['utfälld'] },
    {
      does: 'asks for the next table',
      press: 't',
      hears: [
        'Dagar med svar, den senaste först',
        'tabell med 3 rader 4 kolumner',
        'Dag kolumnrubrik.',
      ],
    },
    {
      does: 'reads its first row',
      press: 'Down',
      hears: [
        'radhuvud.',
        '2026-11-18.',
        'Ja kolumnrubrik 26.',
        'Nej kolumnrubrik 4.',
        'Totalt kolumnrubrik 30.',
      ],
    },
    {
      does: 'asks for the next picture',
      press: 'g',
      hears: [
        'Stapeldiagram över svar per dag, 2026-10-24 till 2026-11-22 Ja: 36. Nej: 34. Sidan ändrades: 2026-11-10. bild.',
      ],
    },
    { does: 'asks for the next heading', press: 'h', hears: ['Kommentarer huvud nivå 2.'] },
    { does: 'asks for the next button', press: 'b', hears: [markFixed] },
    { does: 'marks the comment', press: 'Return', until: `${marked} panel.` },
    {
      does: 'goes on',
      press: 'Tab',
      hears: {
        Chromium: ['formulär', 'Ångra ändringen tryckknapp.'],
        Firefox: ['Ångra ändringen tryckknapp.'],
      },
    },
    { does: 'takes it back', press: 'Return', until: `${undone} panel.` },
    { does: 'goes on', press: 'Tab', hears: ['Ändra flera kommentarer på en gång länk.'] },
    { does: 'goes on to the first comment', press: 'Tab', hears: ['Lista med 2 objekt.', choose] },
    { does: 'reads it', press: 'Down', hears: ['blockcitat.', 'Vad kostar det?'] },
    { does: 'goes on', press: 'Tab', hears: [`lämnar blockcitat. ${markFixed}`] },
    {
      does: 'goes on',
      press: 'Tab',
      hears: ['Räkna inte kommentaren från 2026-11-18 12:00 tryckknapp.'],
    },
    {
      does: 'goes on',
      press: 'Tab',
      hears: ['Öppna kommentaren från 2026-11-18 12:00 länk.'],
    },
    { does: 'goes on to the changes', press: 'h', until: 'Ändringar av sidan huvud nivå 2.' },
    { does: 'asks for the next heading', press: 'h', hears: ['1. 2026-11-10 huvud nivå 3.'] },
    { does: 'reads on to what came of it', press: 'Down', until: 'Klart bättre.' },
    {
      does: 'reads the next line',
      press: 'Down',
      hears: ['Ändra anteckningen eller ta bort för 2026-11-10 länk.'],
    },
    {
      does: 'reads the next line',
      press: 'Down',
      hears: {
        Chromium: ['lämnar lista.', 'Lägg in en ändring växlingsknapp infälld.'],
        Firefox: ['lämnar lista.', 'Lägg in en ändring infälld tryckknapp.'],
      },
    },
    { does: 'opens the form', press: 'Return', hears: ['utfälld'] },
    {
      does: 'goes into it',
      press: 'Tab',
      hears: {
        Chromium: [
          'formulär',
          'Dag då sidan ändrades post nödvändig.',
          'Skriv dagen så här: 2026-11-22.',
          'Fokusläge',
        ],
        Firefox: [
          'Dag då sidan ändrades post nödvändig.',
          'Skriv dagen så här: 2026-11-22.',
          'Fokusläge',
        ],
      },
    },
    { does: 'writes the day', write: '2026-11-16', hears: [] },
    { does: 'sends the form', press: 'Return', until: 'Ändringen är inlagd. panel.' },
  ],
};
