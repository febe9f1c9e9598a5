import { msg } from '@lit/localize';

/**
 * What a visitor reads on the service's own pages (the form and the receipt for
 * those without script), beside the words of the prompt. Source: Swedish.
 */
export const words = {
  formTitle: msg('Hjälpte sidan dig?', { id: 'page.form-title' }),
  receiptTitle: msg('Tack för ditt svar', { id: 'page.receipt-title' }),
  errorTitle: msg('Ditt svar kunde inte tas emot', { id: 'page.error-title' }),
  commentErrorTitle: msg('Fel: kommentaren är inte skickad', { id: 'page.comment-error-title' }),
  aboutPage: msg('Sidan du svarar om:', { id: 'page.about' }),
  backToPage: msg('Tillbaka till sidan', { id: 'page.back' }),
  changeAnswer: msg('Ändra ditt svar', { id: 'page.change-answer' }),
  yourAnswer: msg('Ditt svar:', { id: 'page.your-answer' }),
  expired: msg('Den här sidan går inte längre att använda. Ditt svar är redan sparat.', {
    id: 'page.expired',
  }),
  pageMissing: msg(
    'Vi vet inte vilken sida svaret gäller. Gå tillbaka till sidan och svara därifrån.',
    { id: 'page.page-missing' },
  ),
  unknownSite: msg('Vi tar inte emot svar om den sidan.', { id: 'page.unknown-site' }),
  notUnderstood: msg('Vi kunde inte läsa ditt svar. Gå tillbaka till sidan och försök igen.', {
    id: 'page.not-understood',
  }),
  tooLate: msg('Det har gått för lång tid för att ändra svaret. Det du skickade förut är sparat.', {
    id: 'page.too-late',
  }),
};
