import { msg, str } from '@lit/localize';

/**
 * What a visitor reads in the prompt, in the source language (Swedish).
 * The element and the pages for visitors without script share these words.
 * A fault is told in sentences that are put together, so that "your text is
 * still here" is said only where there is a text.
 */
export const words = {
  question: msg('Hjälpte denna information dig?', { id: 'prompt.question' }),
  purpose: msg('Ditt svar hjälper oss att förbättra sidan.', { id: 'prompt.purpose' }),
  yes: msg('Ja', { id: 'answer.yes' }),
  no: msg('Nej', { id: 'answer.no' }),
  yesSuffix: msg(', informationen hjälpte mig', { id: 'answer.yes-suffix' }),
  noSuffix: msg(', informationen hjälpte mig inte', { id: 'answer.no-suffix' }),

  thanksForAnswer: msg('Tack för ditt svar.', { id: 'status.answer-received' }),
  commentInvitation: msg('Du kan också skriva en kommentar.', { id: 'status.comment-invitation' }),
  thanksForComment: msg('Tack! Vi har tagit emot din kommentar.', {
    id: 'status.comment-received',
  }),

  whatHelped: msg('Vad hjälpte dig? (frivilligt)', { id: 'comment.label-yes' }),
  whatWasMissing: msg('Vad saknade du, eller vad var svårt att förstå? (frivilligt)', {
    id: 'comment.label-no',
  }),
  hint: msg(
    'Skriv inte personuppgifter, till exempel namn, personnummer eller telefonnummer. Du får inget svar.',
    { id: 'comment.hint' },
  ),
  charactersLeft: (count: number) =>
    count === 1
      ? msg('Du kan skriva 1 tecken till.', { id: 'comment.character-left' })
      : msg(str`Du kan skriva ${count} tecken till.`, { id: 'comment.characters-left' }),
  tooLong: (count: number) =>
    count === 1
      ? msg('Texten är 1 tecken för lång. Korta den och skicka igen.', {
          id: 'fault.one-too-long',
        })
      : msg(str`Texten är ${count} tecken för lång. Korta den och skicka igen.`, {
          id: 'fault.too-long',
        }),
  empty: msg('Skriv något i rutan innan du skickar.', { id: 'fault.empty' }),
  send: msg('Skicka', { id: 'comment.send' }),
  sending: msg('Skickar …', { id: 'comment.sending' }),
  tryAgain: msg('Försök igen', { id: 'fault.try-again' }),

  offline: msg('Du verkar sakna internet.', { id: 'fault.offline' }),
  serviceError: msg('Det gick inte att skicka just nu.', { id: 'fault.service' }),
  tooMany: msg('Det kommer många svar just nu.', { id: 'fault.too-many' }),
  textKept: msg('Din text finns kvar.', { id: 'fault.text-kept' }),
  retryNow: msg('Försök igen.', { id: 'fault.retry-now' }),
  retrySoon: msg('Försök igen om en stund.', { id: 'fault.retry-soon' }),
  retryInAMinute: msg('Försök igen om en minut.', { id: 'fault.retry-in-a-minute' }),

  replyQuestion: msg('Vill du ha svar?', { id: 'links.reply-question' }),
  contact: msg('Kontakta oss', { id: 'links.contact' }),
  privacy: msg(
    'Vi sparar ditt svar, sidans adress och tiden. Vi använder inga kakor. Svaret blir en allmän handling.',
    { id: 'links.privacy' },
  ),
  readMore: msg('Läs mer', { id: 'links.read-more' }),
  readMoreSuffix: msg(' om hur vi hanterar ditt svar', { id: 'links.read-more-suffix' }),
  reportAccessibility: msg('Rapportera bristande tillgänglighet', { id: 'links.accessibility' }),
};
