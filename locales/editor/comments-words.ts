import { msg, str } from '@lit/localize';

/** What an editor reads on the page of comments across pages, in the source language (Swedish). */
export const words = {
  navComments: msg('Kommentarer', { id: 'nav.comments' }),
  finding: {
    title: msg('Kommentarer', { id: 'finding.title' }),
    found: (count: number, shown: string) =>
      count === 1
        ? msg('1 kommentar', { id: 'finding.found-one' })
        : msg(str`${shown} kommentarer`, { id: 'finding.found' }),
    foundMore: (shown: string) =>
      msg(str`Fler än ${shown} kommentarer`, { id: 'finding.found-more' }),
    further: msg('Fler kommentarer', { id: 'finding.further' }),
    wordsFirst: msg(
      'De som har orden precis som du skrev dem kommer först. Sedan kommer de som liknar.',
      { id: 'finding.words-first' },
    ),

    form: msg('Urval av kommentarer', { id: 'finding.form' }),
    search: msg('Sök i kommentarerna', { id: 'finding.search' }),
    searchHint: msg('Hela ord, början på ord eller ”flera ord i följd”.', {
      id: 'finding.search-hint',
    }),
    more: msg('Fler val', { id: 'finding.more' }),
    show: msg('Visa', { id: 'finding.show' }),
    all: msg('Alla', { id: 'finding.all' }),

    site: msg('Webbplats', { id: 'finding.site' }),
    page: msg('Sida', { id: 'finding.page' }),
    section: msg('Del av webbplatsen', { id: 'finding.section' }),
    sectionHint: msg('Början på sidornas adress, till exempel /tjanster.', {
      id: 'finding.section-hint',
    }),
    language: msg('Sidans språk', { id: 'finding.language' }),
    answer: msg('Svar', { id: 'finding.answer' }),
    from: msg('Från och med', { id: 'finding.from' }),
    to: msg('Till och med', { id: 'finding.to' }),
    dateHint: msg('Skriv datum så här: 2026-11-22.', { id: 'finding.date-hint' }),
    sinceEditHint: msg(
      'Från dagen efter den då sidan ändrades. Sidor utan känd ändring är inte med.',
      { id: 'finding.since-edit-hint' },
    ),
    sinceEditOn: (day: string) =>
      msg(str`Sedan senaste ändringen, ${day}`, { id: 'finding.since-edit-on' }),
    tag: msg('Etikett', { id: 'finding.tag' }),
    status: msg('Status', { id: 'finding.status' }),
    responsible: msg('Ansvarig', { id: 'finding.responsible' }),
    mine: msg('Jag', { id: 'finding.mine' }),
    nobody: msg('Ingen', { id: 'finding.nobody' }),
    score: msg('Räknas i resultatet', { id: 'finding.score' }),
    counted: msg('Ja', { id: 'finding.counted' }),
    leftOut: msg('Nej, undantagen', { id: 'finding.left-out' }),
    order: msg('Ordning', { id: 'finding.order' }),
    newest: msg('Senaste först', { id: 'finding.newest' }),
    oldest: msg('Äldsta först', { id: 'finding.oldest' }),

    chosen: msg('Valda urval', { id: 'finding.chosen' }),
    takeAway: (what: string) => msg(str`Ta bort urvalet ${what}`, { id: 'finding.take-away' }),
    takeAwayAll: msg('Ta bort alla urval', { id: 'finding.take-away-all' }),

    about: msg('Om sidan', { id: 'finding.about' }),
    turn: msg('Bläddra i kommentarerna', { id: 'finding.turn' }),
    first: msg('Till början', { id: 'finding.first' }),
    next: msg('Nästa kommentarer', { id: 'finding.next' }),
    goOn: msg('Fortsätt leta', { id: 'finding.go-on' }),
    givenUp: msg(
      'Många kommentarer har setts igenom, och få av dem passade. Det kan finnas fler längre bort.',
      { id: 'finding.given-up' },
    ),

    none: msg('Inga kommentarer passar', { id: 'finding.none' }),
    noneFurther: msg('Inga fler kommentarer passar', { id: 'finding.none-further' }),
    noneSoFar: msg('Inga kommentarer hittills', { id: 'finding.none-so-far' }),
    noneHere: msg('Ta bort något urval, eller sök på färre eller kortare ord.', {
      id: 'finding.none-here',
    }),
    noneYet: msg('Det finns inga kommentarer än', { id: 'finding.none-yet' }),
    noneYetText: msg('Här visas det som besökare skriver när de har svarat på frågan på en sida.', {
      id: 'finding.none-yet-text',
    }),
    noWord: msg('Sökningen innehåller inget ord. Skriv minst en bokstav eller siffra.', {
      id: 'finding.no-word',
    }),
    badDate: msg('Skriv datumet med år, månad och dag, till exempel 2026-11-22.', {
      id: 'finding.bad-date',
    }),
    wrongPeriod: msg('Perioden slutar innan den börjar. Ändra ett av datumen.', {
      id: 'finding.wrong-period',
    }),
  },
};
