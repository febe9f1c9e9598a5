import type { AnsweringKind } from './states-service.ts';

/** A state of the element, and how a visitor comes there. */
export interface StateExample {
  name: string;
  heading: string;
  sentence: string;
  /** Which fake service answers. */
  service: AnsweringKind;
  /** What the visitor does; the words are those of `browser/walk.ts`. */
  steps: string;
  attributes?: { lang?: string; headingLevel?: number; noComment?: boolean };
}

export interface StateGroup {
  heading: string;
  examples: StateExample[];
}

/** Every state of the element, in the order in which a visitor may meet them. */
export const stateGroups: StateGroup[] = [
  {
    heading: 'Svaret',
    examples: [
      {
        name: 'asking',
        heading: 'Frågan ställs',
        sentence: 'Besökaren har inte svarat.',
        service: 'working',
        steps: '',
      },
      {
        name: 'answered-yes',
        heading: 'Ja',
        sentence: 'Besökaren har svarat Ja. Svaret är sparat, och det går att skriva en kommentar.',
        service: 'working',
        steps: 'yes',
      },
      {
        name: 'answered-no',
        heading: 'Nej',
        sentence:
          'Besökaren har svarat Nej. Svaret är sparat, och frågan om kommentar är en annan.',
        service: 'working',
        steps: 'no',
      },
      {
        name: 'changed',
        heading: 'Ändrat svar',
        sentence: 'Besökaren svarade Nej och ändrade sig till Ja.',
        service: 'working',
        steps: 'no yes',
      },
      {
        name: 'failed-answer',
        heading: 'Svaret nådde inte fram',
        sentence: 'Tjänsten svarar med ett fel (503) när besökaren trycker på Ja.',
        service: 'failing',
        steps: 'yes',
      },
      {
        name: 'too-many',
        heading: 'För många svar',
        sentence: 'Tjänsten ber besökaren att vänta (429).',
        service: 'busy',
        steps: 'yes',
      },
      {
        name: 'refused-answer',
        heading: 'Svaret tas inte emot',
        sentence: 'Tjänsten avvisar svaret (422).',
        service: 'refusing',
        steps: 'no',
      },
    ],
  },
  {
    heading: 'Kommentaren',
    examples: [
      {
        name: 'writing',
        heading: 'En kommentar skrivs',
        sentence: 'Besökaren har skrivit några ord men inte skickat dem.',
        service: 'working',
        steps: 'no write',
      },
      {
        name: 'near-limit',
        heading: 'Få tecken kvar',
        sentence: 'Texten närmar sig den största längden.',
        service: 'working',
        steps: 'no write-nearly-all',
      },
      {
        name: 'too-long',
        heading: 'För lång text',
        sentence: 'Besökaren försökte skicka en text som är för lång.',
        service: 'working',
        steps: 'no write-too-much send-faulty',
      },
      {
        name: 'personal-data',
        heading: 'Personuppgifter i texten',
        sentence:
          'Besökaren skrev en e-postadress och ett telefonnummer, och får se vad som döljs.',
        service: 'working',
        steps: 'no write-personal-data send-personal-data',
      },
      {
        name: 'empty',
        heading: 'Tom ruta',
        sentence: 'Besökaren försökte skicka utan att ha skrivit något.',
        service: 'working',
        steps: 'no send-faulty',
      },
      {
        name: 'sending',
        heading: 'Kommentaren skickas',
        sentence: 'Tjänsten har inte svarat än.',
        service: 'working',
        steps: 'no write send-endlessly',
      },
      {
        name: 'offline',
        heading: 'Utan internet',
        sentence: 'Nätet försvann när besökaren skickade. Texten finns kvar.',
        service: 'working',
        steps: 'no write send-offline',
      },
      {
        name: 'failed-comment',
        heading: 'Kommentaren nådde inte fram',
        sentence: 'Tjänsten svarar med ett fel (503). Texten finns kvar.',
        service: 'failing-comments',
        steps: 'no write send',
      },
      {
        name: 'too-many-comments',
        heading: 'För många kommentarer',
        sentence: 'Tjänsten ber besökaren att vänta (429). Texten finns kvar.',
        service: 'busy-comments',
        steps: 'no write send',
      },
      {
        name: 'refused-comment',
        heading: 'Kommentaren tas inte emot',
        sentence: 'Tjänsten avvisar kommentaren (422). Texten finns kvar.',
        service: 'refusing-comments',
        steps: 'no write send',
      },
      {
        name: 'thanked',
        heading: 'Kommentaren är skickad',
        sentence: 'Tjänsten har tagit emot kommentaren.',
        service: 'working',
        steps: 'no write send',
      },
    ],
  },
  {
    heading: 'Varianter',
    examples: [
      {
        name: 'english',
        heading: 'På engelska',
        sentence: 'Språket följer sidan, eller sätts med attributet lang.',
        service: 'working',
        steps: 'yes',
        attributes: { lang: 'en' },
      },
      {
        name: 'heading-level-3',
        heading: 'Rubriknivå 3',
        sentence: 'Frågan är en rubrik på nivå 3, satt med attributet heading-level.',
        service: 'working',
        steps: '',
        attributes: { headingLevel: 3 },
      },
      {
        name: 'no-comment',
        heading: 'Utan kommentar',
        sentence: 'Besökaren har svarat Ja. Attributet no-comment tar bort kommentaren.',
        service: 'working',
        steps: 'yes',
        attributes: { noComment: true },
      },
    ],
  },
];
