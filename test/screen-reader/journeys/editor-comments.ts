import type { Journey } from './journey.ts';

/*
 * Where a page comes with its focus, Chromium tells of every list of choices on it after the
 * words that count. So those steps end as soon as the words have come.
 */

const received = '2026-11-03 12:00';
const skip = 'Hoppa till innehållet länk.';
const noDate =
  'Från och med Skriv datumet med år, månad och dag, till exempel 2026-11-22. post nyss.';
const found = '1 kommentar – återbäring – Kommentarer – Gensvar dokument webb.';

const noteHint =
  'Högst 1 000 tecken. Alla som får läsa kommentaren ser den. Skriv inte personuppgifter.';

export const editorComments: Journey = {
  title: 'An editor searches the comments, opens one, changes it and reads what was done',
  page: 'review',
  // Its faults were Chromium's; Firefox has been heard to say the same with --journey.
  mainly: 'Chromium',
  opensWith: skip,
  steps: [
    { does: 'goes to the comments of all pages', press: 'Tab', until: 'Kommentarer länk.' },
    {
      does: 'opens them',
      press: 'Return',
      hears: ['Kommentarer – Gensvar dokument webb.', skip],
    },
    { does: 'asks for the next heading', press: 'h', hears: ['Kommentarer huvud nivå 1.'] },
    {
      does: 'goes on to the search',
      press: 'Tab',
      hears: [
        'sökning Urval av kommentarer',
        'Sök i kommentarerna post.',
        'Hela ord, början på ord eller ”flera ord i följd”.',
        'Fokusläge',
      ],
    },
    { does: 'writes a word', write: 'återbäring', hears: [] },
    {
      does: 'goes on',
      press: 'Tab',
      hears: {
        Chromium: ['Fler val växlingsknapp infälld.'],
        Firefox: ['Fler val infälld tryckknapp.'],
      },
    },
    { does: 'opens the other choices', press: 'Return', hears: ['utfälld'] },
    { does: 'goes on to the status', press: 'Tab', until: 'Status komboruta.' },
    { does: 'chooses the first status', press: 'Down', until: 'Ny.' },
    { does: 'goes on to the first date', press: 'Tab', until: 'Från och med post.' },
    { does: 'writes what is no date', write: 'nyss', hears: [] },
    { does: 'searches, and is back in the field on a new page', press: 'Return', until: noDate },
    { does: 'marks what is wrong', press: 'ctrl+a', hears: 'anything' },
    { does: 'takes it away', press: 'BackSpace', hears: 'anything' },
    { does: 'searches again', press: 'Return', until: found },
    { does: 'goes on to what was found', press: 'h', until: '1 kommentar huvud nivå 2.' },
    {
      does: 'goes on to the comment',
      press: 'Tab',
      hears: ['Lista med 1 objekt.', `Välj kommentaren från ${received} kryssruta inte kryssad.`],
    },
    { does: 'goes on', press: 'Tab', until: `Öppna kommentaren från ${received} länk.` },
    {
      does: 'opens the comment',
      press: 'Return',
      hears: [`Kommentar från ${received} – Gensvar dokument webb.`, skip],
    },
    { does: 'goes to what can be done', press: 'h', until: 'Hantera huvud nivå 2.' },
    {
      does: 'goes on to the status',
      press: 'Tab',
      hears: {
        Chromium: ['formulär', 'Status komboruta.', 'Ny.', 'öppnar meny', 'Fokusläge'],
        Firefox: ['Status komboruta.', 'Ny.', 'Fokusläge'],
      },
    },
    { does: 'chooses the next status', press: 'Down', until: 'Pågår.' },
    { does: 'goes on to the button', press: 'Tab', until: 'Spara tryckknapp.' },
    {
      does: 'saves the status',
      press: 'Return',
      until: `Kommentaren från ${received}: Status: Pågår. panel.`,
    },
    { does: 'goes to the notes', press: 'h', until: 'Skriv en anteckning huvud nivå 2.' },
    {
      does: 'goes on to the field',
      press: 'Tab',
      hears: {
        Chromium: ['formulär', 'Anteckning post.', noteHint, 'Fokusläge'],
        Firefox: ['Anteckning post.', noteHint, 'Fokusläge'],
      },
    },
    { does: 'writes a note', write: 'Blanketten läggs ut i dag.', hears: [] },
    {
      does: 'goes on to the button',
      press: 'Tab',
      hears: ['Spara anteckningen tryckknapp.', 'Bläddringsläge'],
    },
    { does: 'saves the note', press: 'Return', until: 'Anteckningen är sparad. panel.' },
    { does: 'goes to what was done', press: 'h', until: 'Historik huvud nivå 2.' },
    { does: 'reads on', press: 'Down', until: 'Status ändrad från Ny till Pågår.' },
    { does: 'reads on to the note', press: 'Down', until: 'Blanketten läggs ut i dag.' },
    {
      does: 'asks for the next button',
      press: 'b',
      hears: ['Ta bort anteckningen från 2026-11-22 13:00 tryckknapp.'],
    },
    {
      does: 'takes the note back',
      press: 'Return',
      until: 'Anteckningen är borttagen. panel.',
    },
  ],
};
