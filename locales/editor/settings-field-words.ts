import { msg } from '@lit/localize';

/** The fields of a site's settings, in the source language (Swedish). */
export const words = {
  settingsFields: {
    name: {
      label: msg('Namn', { id: 'site.name' }),
      hint: msg('Namnet som redaktörer läser.', { id: 'site.name-hint' }),
      fault: msg('Skriv ett namn med 1 till 200 tecken.', { id: 'site.name-fault' }),
    },
    origins: {
      label: msg('Adresser', { id: 'site.origins' }),
      hint: msg(
        'En på varje rad, till exempel https://www.exempel.se. Svar tas bara emot från sidor på de här adresserna.',
        { id: 'site.origins-hint' },
      ),
      fault: msg('Skriv minst en adress som börjar med https:// eller http://.', {
        id: 'site.origins-fault',
      }),
    },
    foldWww: {
      label: msg('Samma webbplats med och utan www', { id: 'site.www' }),
      hint: msg('Då räknas svaren ihop.', { id: 'site.www-hint' }),
      fault: '',
    },
    endsWithSlash: {
      label: msg('Sidornas adresser slutar med snedstreck', { id: 'site.slash' }),
      hint: msg('Då gör länkarna här det också. Svaren räknas ihop hur adressen än är skriven.', {
        id: 'site.slash-hint',
      }),
      fault: '',
    },
    queryParameters: {
      label: msg('Parametrar som skiljer sidor åt', { id: 'site.parameters' }),
      hint: msg(
        'En på varje rad, till exempel id. Allt annat efter frågetecknet i en adress tas bort.',
        { id: 'site.parameters-hint' },
      ),
      fault: msg('Skriv bara parametrarnas namn, utan tecknen ?, &, = och #.', {
        id: 'site.parameters-fault',
      }),
    },
    allowedNumbers: {
      label: msg('Nummer som inte är personuppgifter', { id: 'site.numbers' }),
      hint: msg('Ett på varje rad, till exempel myndighetens eget telefonnummer.', {
        id: 'site.numbers-hint',
      }),
      fault: msg('Skriv nummer med minst en siffra, högst 40 tecken och utan komma.', {
        id: 'site.numbers-fault',
      }),
    },
    languages: {
      label: msg('Språk', { id: 'prompt.languages' }),
      hint: msg('Sidor på andra språk får frågan på svenska, eller på det första av språken.', {
        id: 'prompt.languages-hint',
      }),
      fault: msg('Välj minst ett språk.', { id: 'prompt.languages-fault' }),
    },
    asksForComment: {
      label: msg('Besökare får skriva en kommentar', { id: 'prompt.comment' }),
      hint: '',
      fault: '',
    },
    question: {
      label: msg('Fråga', { id: 'prompt.own-question' }),
      hint: msg(
        'Lämna tomt för frågan som ingår. Den ska gå att besvara med ja eller nej. Skriv samma fråga i formuläret för besökare utan skript.',
        { id: 'prompt.own-question-hint' },
      ),
      fault: msg('Frågan får ha högst 200 tecken.', { id: 'prompt.own-question-fault' }),
    },
    purpose: {
      label: msg('Vad svaret är till för', { id: 'prompt.own-purpose' }),
      hint: msg('Lämna tomt för texten som ingår.', { id: 'prompt.own-purpose-hint' }),
      fault: msg('Texten får ha högst 200 tecken.', { id: 'prompt.own-purpose-fault' }),
    },
    contactHref: {
      label: msg('Länk till kontakt', { id: 'prompt.contact' }),
      hint: msg('Dit den går som vill ha svar, till exempel /kontakt.', {
        id: 'prompt.contact-hint',
      }),
      fault: msg('Skriv en adress som börjar med /, https:// eller mailto:.', {
        id: 'prompt.link-fault',
      }),
    },
    privacyHref: {
      label: msg('Länk till hur svaren hanteras', { id: 'prompt.privacy' }),
      hint: msg('Sidan om personuppgifter på webbplatsen.', { id: 'prompt.privacy-hint' }),
      fault: msg('Skriv en adress som börjar med /, https:// eller mailto:.', {
        id: 'prompt.link-fault',
      }),
    },
    accessibilityHref: {
      label: msg('Länk för att rapportera bristande tillgänglighet', {
        id: 'prompt.accessibility',
      }),
      hint: msg('Lämna tomt om sidan redan har en sådan länk.', {
        id: 'prompt.accessibility-hint',
      }),
      fault: msg('Skriv en adress som börjar med /, https:// eller mailto:.', {
        id: 'prompt.link-fault',
      }),
    },
    offPaths: {
      label: msg('Sidor utan fråga', { id: 'off.paths' }),
      hint: msg(
        'En på varje rad. /kontakt är en sida. /lediga-jobb/* är sidan och alla under den.',
        { id: 'off.paths-hint' },
      ),
      fault: msg('Skriv den del av adressen som börjar med /, utan frågetecken.', {
        id: 'off.paths-fault',
      }),
    },
    retentionMonths: {
      label: msg('Månader som kommentarer sparas', { id: 'retention.months' }),
      hint: msg('Från 1 till 120.', { id: 'retention.months-hint' }),
      fault: msg('Skriv ett antal hela månader från 1 till 120.', {
        id: 'retention.months-fault',
      }),
    },
    digest: {
      label: msg('Skicka Veckans svar om webbplatsen', { id: 'digest.on' }),
      hint: msg(
        'Var och en väljer ändå själv under Mejl. Varningar och nya kommentarer på bevakade sidor skickas som förut.',
        { id: 'digest.hint' },
      ),
      fault: '',
    },
    openData: {
      label: msg('Visa antalen som öppna data', { id: 'open-data.on' }),
      hint: msg(
        'Vem som helst kan då hämta antalet svar per sida och dag. Kommentarer ingår aldrig.',
        {
          id: 'open-data.hint',
        },
      ),
      fault: '',
    },
    layersOn: {
      label: msg('Kontroller', { id: 'spam.layers' }),
      hint: msg(
        'Det som en kontroll misstänker sparas men räknas inte. Ni kan räkna med det igen.',
        {
          id: 'spam.layers-hint',
        },
      ),
      fault: '',
    },
    unwantedWords: {
      label: msg('Ord som inte ska räknas', { id: 'spam.words' }),
      hint: msg('Ett på varje rad. Kommentarer med något av orden räknas inte.', {
        id: 'spam.words-hint',
      }),
      fault: msg('Skriv högst 200 ord med högst 100 tecken var.', { id: 'spam.words-fault' }),
    },
  },
};
