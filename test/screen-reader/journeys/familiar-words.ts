import type { Step } from './journey.ts';

/** What is heard in many journeys. */
export const yes = 'Ja , informationen hjälpte mig växlingsknapp';
export const no = 'Nej , informationen hjälpte mig inte växlingsknapp';
export const thanksForAnswer = 'Tack för ditt svar. Du kan också skriva en kommentar.';
export const thanksForComment = 'Tack! Vi har tagit emot din kommentar.';
export const hint =
  'Skriv inte personuppgifter, till exempel namn, personnummer eller telefonnummer. Du får inget svar. Vill du ha svar? Kontakta oss.';
export const whatHelped = 'Vad hjälpte dig? (frivilligt)';
export const whatWasMissing = 'Vad saknade du, eller vad var svårt att förstå? (frivilligt)';

/** From the top of the short page to its question. */
export const goToQuestion: readonly Step[] = [
  { does: 'goes to the link before the question', press: 'Tab', until: 'Länken före frågan länk.' },
  {
    does: 'goes on to the question',
    press: 'Tab',
    hears: ['region Hjälpte denna information dig?', `${yes} inte nedtryckt.`],
  },
];

/** From the answer Ja, which is not pressed, into the field for the comment. */
export const answerYesAndGoToField: readonly Step[] = [
  { does: 'answers yes', press: 'space', hears: ['nedtryckt', thanksForAnswer] },
  { does: 'goes on to the other answer', press: 'Tab', hears: [`${no} inte nedtryckt.`] },
  { does: 'goes on', press: 'Tab', hears: ['Kontakta oss länk.'] },
  {
    does: 'goes on to the field',
    press: 'Tab',
    hears: [`${whatHelped} post.`, hint, 'Fokusläge'],
  },
];

/** From the field to the button that sends. */
export const goToSend: Step = {
  does: 'goes on to the button',
  press: 'Tab',
  hears: ['Skicka tryckknapp.', 'Bläddringsläge'],
};
