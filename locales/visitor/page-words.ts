import { msg } from '@lit/localize';

/*
 * What a visitor reads on the service's own pages (the form and the receipt for
 * those without script), beside the words of the prompt. Source: Swedish.
 */

export const formTitle = msg('Hjälpte sidan dig?', { id: 'page.form-title' });
export const receiptTitle = msg('Tack för ditt svar', { id: 'page.receipt-title' });
export const errorTitle = msg('Ditt svar kunde inte tas emot', { id: 'page.error-title' });
export const commentErrorTitle = msg('Fel: kommentaren är inte skickad', {
  id: 'page.comment-error-title',
});
export const aboutPage = msg('Sidan du svarar om:', { id: 'page.about' });
export const backToPage = msg('Tillbaka till sidan', { id: 'page.back' });
export const changeAnswer = msg('Ändra ditt svar', { id: 'page.change-answer' });
export const yourAnswer = msg('Ditt svar:', { id: 'page.your-answer' });
export const expired = msg(
  'Den här sidan går inte längre att använda. Ditt svar är redan sparat.',
  {
    id: 'page.expired',
  },
);
export const pageMissing = msg(
  'Vi vet inte vilken sida svaret gäller. Gå tillbaka till sidan och svara därifrån.',
  { id: 'page.page-missing' },
);
export const unknownSite = msg('Vi tar inte emot svar om den sidan.', { id: 'page.unknown-site' });
export const notUnderstood = msg(
  'Vi kunde inte läsa ditt svar. Gå tillbaka till sidan och försök igen.',
  {
    id: 'page.not-understood',
  },
);
export const tooLate = msg(
  'Det har gått för lång tid för att ändra svaret. Det du skickade förut är sparat.',
  {
    id: 'page.too-late',
  },
);
export const noPageTitle = msg('Sidan finns inte', { id: 'page.none-title' });
export const noPageText = msg(
  'Det finns ingen sida på den här adressen. Kontrollera att adressen är rätt.',
  { id: 'page.none-text' },
);
export const failedTitle = msg('Något gick fel hos oss', { id: 'page.failed-title' });
export const failedText = msg('Sidan kan inte visas just nu. Försök igen om en stund.', {
  id: 'page.failed-text',
});
export const notShownTitle = msg('Sidan kan inte visas', { id: 'page.not-shown-title' });
export const notShownText = msg(
  'Webbläsaren bad om sidan på ett sätt som inte går. Öppna den på nytt.',
  {
    id: 'page.not-shown-text',
  },
);
