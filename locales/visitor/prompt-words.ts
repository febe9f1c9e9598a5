import { msg, str } from '@lit/localize';

/*
 * What a visitor reads in the prompt, in the source language (Swedish).
 * The element and the pages for visitors without script share these words.
 * A fault is told in sentences that are put together, so that "your text is
 * still here" is said only where there is a text.
 */

export const question = msg('Hjälpte denna information dig?', { id: 'prompt.question' });
export const purpose = msg('Ditt svar hjälper oss att förbättra sidan.', { id: 'prompt.purpose' });
export const yes = msg('Ja', { id: 'answer.yes' });
export const no = msg('Nej', { id: 'answer.no' });
export const yesSuffix = msg(', informationen hjälpte mig', {
  id: 'answer.yes-suffix',
  desc: 'Spoken by screen readers right after “Ja”, not shown.',
});
export const noSuffix = msg(', informationen hjälpte mig inte', {
  id: 'answer.no-suffix',
  desc: 'Spoken by screen readers right after “Nej”, not shown.',
});

export const thanksForAnswer = msg('Tack för ditt svar.', { id: 'status.answer-received' });
export const commentInvitation = msg('Du kan också skriva en kommentar.', {
  id: 'status.comment-invitation',
});
export const thanksForComment = msg('Tack! Vi har tagit emot din kommentar.', {
  id: 'status.comment-received',
});

export const whatHelped = msg('Vad hjälpte dig? (frivilligt)', { id: 'comment.label-yes' });
export const whatWasMissing = msg('Vad saknade du, eller vad var svårt att förstå? (frivilligt)', {
  id: 'comment.label-no',
});
export const hint = msg(
  'Skriv inte personuppgifter, till exempel namn, personnummer eller telefonnummer. Du får inget svar.',
  { id: 'comment.hint' },
);
export const charactersLeft = (count: number) =>
  count === 1
    ? msg('Du kan skriva 1 tecken till.', {
        id: 'comment.character-left',
        desc: 'Used when the number is 1.',
      })
    : msg(str`Du kan skriva ${count} tecken till.`, {
        id: 'comment.characters-left',
        desc: 'Used when the number is 0, or 2 and more.',
      });
export const tooLong = (count: number) =>
  count === 1
    ? msg('Texten är 1 tecken för lång. Korta den och skicka igen.', {
        id: 'fault.one-too-long',
        desc: 'Used when the number is 1.',
      })
    : msg(str`Texten är ${count} tecken för lång. Korta den och skicka igen.`, {
        id: 'fault.too-long',
        desc: 'Used when the number is 2 or more.',
      });
export const personalDataFound = msg('Det ser ut som att texten innehåller personuppgifter.', {
  id: 'personal-data.found',
});
export const sentLikeThis = msg('Så här skickas den:', {
  id: 'personal-data.preview',
  desc: 'The visitor’s text follows, with what looks like personal data hidden.',
});
export const masked = msg('[dolt]', {
  id: 'personal-data.masked',
  desc: 'Stands in the visitor’s text, in place of what looks like personal data.',
});
export const editText = msg('Ändra texten', { id: 'personal-data.edit' });
export const sendMasked = msg('Skicka så här', { id: 'personal-data.send' });

export const empty = msg('Skriv något i rutan innan du skickar.', { id: 'fault.empty' });
export const notAccepted = msg('Texten kan inte tas emot som den är.', {
  id: 'fault.comment-refused',
  desc: 'The service has refused the visitor’s text. “Ändra texten och skicka igen.” follows.',
});
export const changeAndSend = msg('Ändra texten och skicka igen.', { id: 'fault.change-and-send' });
export const send = msg('Skicka', { id: 'comment.send' });
export const sending = msg('Skickar …', { id: 'comment.sending' });
export const tryAgain = msg('Försök igen', { id: 'fault.try-again' });

export const offline = msg('Du verkar sakna internet.', { id: 'fault.offline' });
export const serviceError = msg('Det gick inte att skicka just nu.', { id: 'fault.service' });
export const tooMany = msg('Det kommer många svar just nu.', { id: 'fault.too-many' });
export const closed = msg('Vi tar inte emot svar om den här sidan.', {
  id: 'fault.closed',
  desc: 'The website has switched the question off on this page.',
});
export const textKept = msg('Din text finns kvar.', { id: 'fault.text-kept' });
export const retryNow = msg('Försök igen.', { id: 'fault.retry-now' });
export const retrySoon = msg('Försök igen om en stund.', { id: 'fault.retry-soon' });
export const retryInMinutes = (count: number) =>
  count === 1
    ? msg('Försök igen om en minut.', {
        id: 'fault.retry-in-a-minute',
        desc: 'Used when the number is 1.',
      })
    : msg(str`Försök igen om ${count} minuter.`, {
        id: 'fault.retry-in-minutes',
        desc: 'Used when the number is 2 or more.',
      });

export const replyQuestion = msg('Vill du ha svar?', { id: 'links.reply-question' });
export const contact = msg('Kontakta oss', { id: 'links.contact' });
export const privacy = msg(
  'Vi sparar ditt svar, sidans adress och tiden. Vi använder inga kakor. Svaret blir en allmän handling.',
  { id: 'links.privacy' },
);
export const readMore = msg('Läs mer', { id: 'links.read-more' });
export const readMoreSuffix = msg(' om hur vi hanterar ditt svar', {
  id: 'links.read-more-suffix',
  desc: 'Spoken by screen readers right after “Läs mer”, not shown. Keep the space at the start.',
});
export const reportAccessibility = msg('Rapportera bristande tillgänglighet', {
  id: 'links.accessibility',
});
