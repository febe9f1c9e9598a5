import { msg, str } from '@lit/localize';

/**
 * What an editor reads about numbers, periods and revisions, in the source language
 * (Swedish). Figures and dates come in as text, already written the way the language
 * writes them.
 */
export const words = {
  perWeek: msg('Svar per vecka', { id: 'weeks.title' }),
  weeksTableFold: (count: number, figure: string) =>
    count === 1
      ? msg('Tabell: en vecka med svar', { id: 'weeks.fold-one' })
      : msg(str`Tabell: ${figure} veckor med svar`, { id: 'weeks.fold' }),
  weeksCaption: msg('Veckor med svar, den senaste först', { id: 'weeks.caption' }),
  week: msg('Vecka', { id: 'weeks.week' }),
  weekName: (number: string, year: string) =>
    msg(str`v. ${number}, ${year}`, {
      id: 'weeks.name',
      desc: 'A week by its ISO number and year.',
    }),
  weeksChartTitle: (period: string) =>
    msg(str`Stapeldiagram över svar per vecka, ${period}`, { id: 'weeks.chart-title' }),
  weeksChartPeak: (answer: string, peak: string) =>
    msg(str`${answer}: som mest ${peak} på en vecka.`, { id: 'weeks.chart-peak' }),
  weeksChartGaps: (weeks: string, all: string) =>
    msg(str`Veckor utan svar: ${weeks} av ${all}.`, { id: 'weeks.chart-gaps' }),
  chartEdits: (days: string) =>
    msg(str`Sidan ändrades: ${days}.`, { id: 'chart.edits', desc: 'A list of dates.' }),
  chartEditsNote: msg(
    'Trekanter med nummer visar när sidan ändrades. Samma nummer står vid ändringarna nedan.',
    { id: 'chart.edits-note' },
  ),

  sinceLastEdit: msg('Sedan senaste ändringen', { id: 'period.since-last-edit' }),
  ownPeriod: msg('Egna datum', { id: 'period.own' }),
  periodFrom: msg('Från och med', { id: 'period.from' }),
  periodTo: msg('Till och med', { id: 'period.to' }),
  periodHint: msg('Skriv datum så här: 2026-11-22. Lämna det sista tomt för i dag.', {
    id: 'period.hint',
  }),
  showPeriod: msg('Visa perioden', { id: 'period.show' }),
  periodFaults: {
    from: msg('Skriv ett datum som finns, till exempel 2026-11-22.', { id: 'period.fault-from' }),
    to: msg('Skriv ett datum som finns, till exempel 2026-11-22, eller lämna rutan tom.', {
      id: 'period.fault-to',
    }),
    order: msg('Välj ett datum som kommer före det sista datumet, och inte efter i dag.', {
      id: 'period.fault-order',
    }),
    long: msg('Välj ett senare datum. Perioden får vara högst tio år.', {
      id: 'period.fault-long',
    }),
  },
  faultTitle: (title: string) =>
    msg(str`Fel: ${title}`, { id: 'period.fault-title', desc: 'The title of the browser’s tab.' }),
  noEditsToCountFrom: msg('Sidan har ingen känd ändring att räkna från. Här är 30 dagar.', {
    id: 'period.no-edits',
  }),
  editedToday: msg('Sidan ändrades i dag. Svaren efter ändringen räknas från i morgon.', {
    id: 'period.edited-today',
  }),

  resultTitle: msg('Resultat för perioden', { id: 'result.title' }),
  resultBefore: (from: string, to: string) =>
    msg(str`Lika lång tid före (${from} till ${to})`, { id: 'result.before' }),
  resultNow: (from: string, to: string) =>
    msg(str`Perioden (${from} till ${to})`, { id: 'result.now' }),
  resultCompared: msg('Jämfört med lika lång tid före:', { id: 'result.compared' }),
  resultNote: msg(
    'En period flyttar sig varje dag. Den som tittar ofta ser därför ibland skillnader som är slump.',
    { id: 'result.note' },
  ),
  commentsInTime: (figure: string) => msg(str`Kommentarer: ${figure}`, { id: 'result.comments' }),
  toPageComments: msg('Sök bland sidans kommentarer', { id: 'result.to-comments' }),
  toPageExport: msg('Exportera sidans svar', { id: 'result.to-export' }),

  clearlyBetter: msg('Klart bättre.', { id: 'verdict.better' }),
  clearlyWorse: msg('Klart sämre.', { id: 'verdict.worse' }),
  cannotTell: (count: string) =>
    msg(str`Går inte att säga: ungefär ${count} svar till behövs.`, { id: 'verdict.unclear' }),
  cannotTellMany: (count: string) =>
    msg(str`Går inte att säga: fler än ${count} svar till behövs.`, { id: 'verdict.many' }),
  cannotTellEver: msg(
    'Går inte att säga: skillnaden är för liten för det antal svar som finns från tiden före.',
    { id: 'verdict.never' },
  ),
  cannotTellMissing: (count: string) =>
    msg(str`Går inte att säga: minst ${count} svar till behövs.`, { id: 'verdict.missing' }),
  cannotTellBefore: msg('Går inte att säga: det finns för få svar från tiden före.', {
    id: 'verdict.few-before',
  }),
  leaning: {
    better: msg('Det ser bättre ut, men kan vara en slump.', { id: 'verdict.leaning-better' }),
    worse: msg('Det ser sämre ut, men kan vara en slump.', { id: 'verdict.leaning-worse' }),
  },
  noClearDifference: msg('Ingen klar skillnad.', { id: 'verdict.none' }),
  tooFewToCompare: msg('Det går inte att jämföra: det behövs minst tio svar i varje period.', {
    id: 'verdict.few',
  }),
  difference: (points: string, lower: string, upper: string) =>
    msg(str`Skillnad: ${points} procentenheter, troligen mellan ${lower} och ${upper}.`, {
      id: 'verdict.difference',
    }),

  editsTitle: msg('Ändringar av sidan', { id: 'edits.title' }),
  editsNote: msg(
    '”Klart” sägs bara när skillnaden håller även för den som tittar varje dag. Antalet svar som behövs gäller om andelarna fortsätter som hittills. Dagen då sidan ändrades räknas varken före eller efter.',
    { id: 'edits.note' },
  ),
  noEdits: msg(
    'Ingen ändring är känd. Ändringar läggs in av sig själva om sidan berättar när den uppdaterades.',
    { id: 'edits.none' },
  ),
  editToldByPage: msg('Datumet kommer från sidan.', { id: 'edits.by-page' }),
  editEnteredBy: (name: string) => msg(str`Inlagd av ${name}.`, { id: 'edits.by-editor' }),
  editBefore: (from: string, to: string) =>
    msg(str`Före (${from} till ${to})`, { id: 'edits.before' }),
  editAfter: (from: string, to: string) =>
    msg(str`Efter (${from} till ${to})`, { id: 'edits.after' }),
  editBeforeNone: msg('Före', { id: 'edits.before-none' }),
  editAfterNone: msg('Efter', { id: 'edits.after-none' }),
  editNoDays: msg('Inga dagar att räkna', { id: 'edits.no-days' }),
  allEdits: (count: string) => msg(str`Visa alla ${count} ändringar`, { id: 'edits.all' }),

  addEditTitle: msg('Lägg in en ändring', { id: 'edit.add-title' }),
  addEditText: msg(
    'Gör det när du har ändrat sidans text och den inte själv visar när. Då ser du om det hjälpte.',
    { id: 'edit.add-text' },
  ),
  editDay: msg('Dag då sidan ändrades', { id: 'edit.day' }),
  editDayHint: msg('Skriv dagen så här: 2026-11-22.', { id: 'edit.day-hint' }),
  editNote: msg('Vad som ändrades (frivilligt)', { id: 'edit.note' }),
  editNoteHint: (most: string) =>
    msg(str`Högst ${most} tecken. Skriv inga personuppgifter.`, { id: 'edit.note-hint' }),
  addEdit: msg('Lägg in ändringen', { id: 'edit.add' }),
  editFaults: {
    day: msg('Skriv en dag som finns och som inte är senare än i dag, till exempel 2026-11-22.', {
      id: 'edit.fault-day',
    }),
    early: msg(
      'Dagen är för tidig: före 1991-08-06 fanns det inga webbsidor. Skriv en senare dag, till exempel 2026-11-22.',
      { id: 'edit.fault-early' },
    ),
    known: msg(
      'Den dagen finns redan inlagd. Välj en annan dag, eller ändra anteckningen på den.',
      {
        id: 'edit.fault-known',
      },
    ),
    note: (most: string) =>
      msg(str`Anteckningen är för lång. Korta den till högst ${most} tecken.`, {
        id: 'edit.fault-note',
      }),
  },
  changeEdit: msg('Ändra anteckningen eller ta bort', { id: 'edit.change' }),
  changeEditOf: (day: string) =>
    msg(str` för ${day}`, {
      id: 'edit.change-of',
      desc: 'Spoken by screen readers right after “Ändra anteckningen eller ta bort”, not shown.',
    }),
  changeEditTitle: (day: string) => msg(str`Ändringen ${day}`, { id: 'edit.change-title' }),
  saveNote: msg('Spara anteckningen', { id: 'edit.save' }),
  deleteEditTitle: msg('Ta bort ändringen', { id: 'edit.delete-title' }),
  deleteEditText: msg(
    'Svaren och kommentarerna finns kvar. Bara dagen och anteckningen tas bort.',
    {
      id: 'edit.delete-text',
    },
  ),
  deleteToldText: msg('Sidan har själv berättat om dagen. Den läggs inte in igen av sig själv.', {
    id: 'edit.delete-told',
  }),
  deleteEdit: msg('Ta bort', { id: 'edit.delete' }),
  staleEdit: msg(
    'Någon annan har ändrat anteckningen sedan du öppnade sidan. Inget har sparats. Jämför, och spara igen om din ska gälla.',
    { id: 'edit.stale' },
  ),
  savedNote: msg('Anteckningen som är sparad nu:', { id: 'edit.saved-note' }),
  noNote: msg('Ingen anteckning', { id: 'edit.no-note' }),
  backToReport: msg('Tillbaka till sidans rapport', { id: 'edit.back' }),
  editsDone: {
    added: msg('Ändringen är inlagd.', { id: 'edit.done-added' }),
    changed: msg('Anteckningen är sparad.', { id: 'edit.done-changed' }),
    deleted: msg('Ändringen är borttagen.', { id: 'edit.done-deleted' }),
    gone: msg('Någon annan har redan tagit bort ändringen.', { id: 'edit.done-gone' }),
  },
};
