import { msg, str } from '@lit/localize';

/**
 * What an editor reads, in the source language (Swedish). Figures come in as
 * text, already written the way the language writes them.
 */
export const words = {
  title: msg('Svar från besökare', { id: 'review.title' }),
  skip: msg('Hoppa till innehållet', { id: 'frame.skip' }),
  signedInAs: (name: string) => msg(str`Inloggad som ${name}`, { id: 'frame.signed-in-as' }),
  signOut: msg('Logga ut', { id: 'frame.sign-out' }),

  yes: msg('Ja', { id: 'answer.yes' }),
  no: msg('Nej', { id: 'answer.no' }),
  partly: msg('Delvis', { id: 'answer.partly' }),

  pagesWithAnswers: (count: number, figure: string) =>
    count === 1
      ? msg('En sida har fått svar.', { id: 'list.one-page' })
      : msg(str`${figure} sidor har fått svar. Den som fick svar senast står först.`, {
          id: 'list.pages',
        }),
  caveat: msg(
    'Svaren kommer från besökare som nådde slutet av sidan och valde att svara. De är inget betyg på sidan.',
    { id: 'list.caveat' },
  ),
  shareNote: msg(
    'Under tio svar visas bara antal. Från tio svar visas andelen som svarade ja. ”Troligen mellan” är ett konfidensintervall på 95 procent.',
    { id: 'list.share-note' },
  ),
  latestComment: msg('Senaste kommentaren', { id: 'list.latest-comment' }),

  emptyTitle: msg('Inga svar än', { id: 'empty.title' }),
  emptyText: msg('När besökare har svarat på en sida står sidan här.', { id: 'empty.text' }),
  embedTitle: msg('Lägg in frågan på en sida', { id: 'empty.embed-title' }),
  embedText: msg('Klistra in den här koden i slutet av artikeln:', { id: 'empty.embed-text' }),
  embedMore: msg(
    'Besökare utan skript behöver också ett formulär. All kod finns i webbplatsens inställningar, under Lägg in frågan. Administratörer når dem.',
    { id: 'empty.embed-more' },
  ),
  tryTitle: msg('Prova själv', { id: 'empty.try-title' }),
  tryLink: msg('Öppna demosidan och svara på frågan', { id: 'empty.try-link' }),
  tryText: msg('Kom sedan tillbaka hit och ladda om sidan.', { id: 'empty.try-text' }),
  noSitesTitle: msg('Du har inte tillgång till någon webbplats', { id: 'empty.no-sites-title' }),
  noSitesText: msg('Be den som sköter tjänsten att ge dig tillgång.', {
    id: 'empty.no-sites-text',
  }),

  address: msg('Sidans adress:', { id: 'page.address' }),
  promptIsOff: msg('Frågan är avstängd på sidan. Inga nya svar kommer in.', {
    id: 'page.prompt-is-off',
  }),
  factsOfAllTime: msg('Alla svar hittills:', { id: 'page.facts-of-all-time' }),
  helped: msg('Hjälpte informationen?', { id: 'page.helped' }),
  answers: msg('Svar', { id: 'page.answers' }),
  eachAnswer: msg('Fördelning', { id: 'page.each-answer' }),
  comments: msg('Kommentarer', { id: 'page.comments' }),
  toComments: msg('Till kommentarerna', { id: 'page.to-comments' }),
  toEdits: msg('Till ändringarna av sidan', { id: 'page.to-edits' }),
  lastAnswer: msg('Senaste svaret', { id: 'page.last-answer' }),

  noAnswers: msg('Inga svar', { id: 'share.none' }),
  countSaidYes: (yes: string, total: string) =>
    msg(str`${yes} av ${total} svarade ja`, { id: 'share.count' }),
  percentSaidYes: (percent: string, yes: string, total: string) =>
    msg(str`${percent} svarade ja (${yes} av ${total})`, { id: 'share.percent' }),
  likelyBetween: (lower: string, upper: string) =>
    msg(str`Troligen mellan ${lower} och ${upper}`, { id: 'share.interval' }),

  perDay: msg('Svar per dag', { id: 'days.title' }),
  period: msg('Period', { id: 'days.period' }),
  dayCount: (figure: string) => msg(str`${figure} dagar`, { id: 'days.count' }),
  fromTo: (from: string, to: string) => msg(str`${from} till ${to}`, { id: 'days.from-to' }),
  noAnswersInPeriod: msg('Ingen svarade under perioden. Välj en längre period.', {
    id: 'days.none',
  }),
  noAnswersInLongestPeriod: msg('Ingen svarade under perioden.', { id: 'days.none-at-all' }),
  chartTitle: (period: string) =>
    msg(str`Stapeldiagram över svar per dag, ${period}`, { id: 'chart.title' }),
  chartRow: (answer: string, total: string) => msg(str`${answer}: ${total}`, { id: 'chart.row' }),
  chartPeak: (answer: string, peak: string) =>
    msg(str`${answer}: som mest ${peak} på en dag.`, { id: 'chart.peak' }),
  chartGaps: (days: string, all: string) =>
    msg(str`Dagar utan svar: ${days} av ${all}.`, { id: 'chart.gaps' }),
  tableFold: (count: number, figure: string) =>
    count === 1
      ? msg('Tabell: en dag med svar', { id: 'table.fold-one' })
      : msg(str`Tabell: ${figure} dagar med svar`, { id: 'table.fold' }),
  tableCaption: msg('Dagar med svar, den senaste först', { id: 'table.caption' }),
  day: msg('Dag', { id: 'table.day' }),
  total: msg('Totalt', { id: 'table.total' }),

  notCounted: (figure: string) => msg(str`${figure} räknas inte`, { id: 'score.not-counted' }),
  isLeftOut: msg('Räknas inte i resultatet.', { id: 'score.is-left-out' }),
  isSuspected: msg('Den ser ut att komma från en robot.', { id: 'score.is-suspected' }),

  noComments: msg('Ingen har skrivit någon kommentar än.', { id: 'comments.none' }),
  commentsOrder: msg('Alla kommentarer till sidan, den senaste först.', { id: 'comments.order' }),

  turnPages: msg('Bläddra', { id: 'paging.label' }),
  pageOf: (page: string, pages: string) => msg(str`Sida ${page} av ${pages}`, { id: 'paging.at' }),
  previousPage: msg('Föregående sida', { id: 'paging.previous' }),
  nextPage: msg('Nästa sida', { id: 'paging.next' }),

  notSignedInTitle: msg('Du är inte inloggad', { id: 'sign-in.none-title' }),
  notSignedInText: msg('Du behöver en inloggningslänk för att läsa svaren.', {
    id: 'sign-in.none-text',
  }),
  signedOutTitle: msg('Du är utloggad', { id: 'sign-in.out-title' }),
  signedOutText: msg('Du behöver en ny länk för att logga in igen.', { id: 'sign-in.out-text' }),
  deadLinkTitle: msg('Inloggningslänken går inte att använda', { id: 'sign-in.dead-title' }),
  deadLinkText: msg('Länken är redan använd, för gammal eller felaktig. Du behöver en ny.', {
    id: 'sign-in.dead-text',
  }),
  alreadySignedInTitle: msg('Är du redan inloggad?', { id: 'sign-in.already-title' }),
  linkValidity: msg('En länk fungerar en gång och inom 60 minuter.', { id: 'sign-in.validity' }),
  getLinkTitle: msg('Så får du en länk', { id: 'sign-in.get-title' }),
  askForLink: msg(
    'Be en administratör i Gensvar om en ny länk, eller den som sköter tjänsten att köra kommandot:',
    { id: 'sign-in.ask' },
  ),
  demoLink: msg(
    'Provkör du Gensvar på din egen dator? Starta om tjänsten. Då står en ny länk i terminalen.',
    { id: 'sign-in.demo' },
  ),

  notFoundTitle: msg('Sidan finns inte', { id: 'fault.not-found-title' }),
  notFoundText: msg('Sidan finns inte, eller så har du inte tillgång till den.', {
    id: 'fault.not-found-text',
  }),
  refusedTitle: msg('Formuläret kunde inte tas emot', { id: 'fault.refused-title' }),
  refusedText: msg('Gå tillbaka, ladda om sidan och försök igen.', { id: 'fault.refused-text' }),
  tooLargeTitle: msg('Formuläret är för stort', { id: 'fault.too-large-title' }),
  tooLargeText: msg(
    'Ingenting är sparat. Gå tillbaka i webbläsaren, korta det du skrev och skicka igen.',
    { id: 'fault.too-large-text' },
  ),
};
