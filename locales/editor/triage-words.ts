import { msg, str } from '@lit/localize';

/**
 * What an editor reads when working with comments, in the source language (Swedish).
 * Figures and moments come in as text.
 */
const triage = {
  statuses: {
    new: msg('Ny', { id: 'triage.new' }),
    'in-progress': msg('Pågår', { id: 'triage.in-progress' }),
    fixed: msg('Åtgärdad', { id: 'triage.fixed' }),
    'no-action': msg('Ingen åtgärd', { id: 'triage.no-action' }),
    'handed-over': msg('Överlämnad till registrator', { id: 'triage.handed-over' }),
  },
  status: msg('Status', { id: 'triage.status' }),
  assignee: msg('Ansvarig', { id: 'triage.assignee' }),
  tags: msg('Etiketter', { id: 'triage.tags' }),
  nobody: msg('Ingen', { id: 'triage.nobody' }),
  commentFrom: (moment: string) =>
    msg(str`Kommentar från ${moment}`, { id: 'triage.comment-from' }),
  ofComment: (moment: string) =>
    msg(str` kommentaren från ${moment}`, {
      id: 'triage.of-comment',
      desc: 'Spoken by screen readers right after the words of a button or link, not shown.',
    }),
  ofTwin: (moment: string, id: string) =>
    msg(str` kommentaren från ${moment}, nummer ${id}`, {
      id: 'triage.of-twin',
      desc: 'As of-comment, where two comments came in the same minute.',
    }),

  choose: msg('Välj', { id: 'triage.choose' }),
  markFixed: msg('Markera som åtgärdad', { id: 'triage.mark-fixed' }),
  leaveOut: msg('Räkna inte', { id: 'triage.leave-out' }),
  countIn: msg('Räkna med', { id: 'triage.count-in' }),
  open: msg('Öppna', { id: 'triage.open' }),
  toBulk: msg('Ändra flera kommentarer på en gång', { id: 'triage.to-bulk' }),

  bulkTitle: msg('Ändra flera kommentarer', { id: 'triage.bulk-title' }),
  bulkText: msg('Kryssa för kommentarerna i listan, eller ta alla.', { id: 'triage.bulk-text' }),
  bulkOneSite: msg(
    'Listan har kommentarer från flera webbplatser. Välj en webbplats för att sätta etiketter och ansvarig.',
    { id: 'triage.bulk-one-site' },
  ),
  allOnPage: (figure: string) =>
    msg(str`Alla kommentarer på den här sidan (${figure})`, { id: 'triage.all-on-page' }),
  keep: msg('Ändra inte', { id: 'triage.keep' }),
  tag: msg('Etikett', { id: 'triage.tag' }),
  addTag: msg('Sätt', { id: 'triage.add-tag' }),
  removeTag: msg('Ta bort', { id: 'triage.remove-tag' }),
  score: msg('Resultatet', { id: 'triage.score' }),
  change: msg('Ändra de valda', { id: 'triage.change' }),

  faultTitle: msg('Inget ändrades', { id: 'triage.fault-title' }),
  faultNone: msg('Välj minst en kommentar. Kryssa för den i listan.', { id: 'triage.fault-none' }),
  faultNoChange: msg('Välj vad som ska ändras, till exempel en status.', {
    id: 'triage.fault-no-change',
  }),
  faultMany: (figure: string) =>
    msg(str`Välj högst ${figure} kommentarer åt gången.`, { id: 'triage.fault-many' }),
  backToList: msg('Tillbaka till listan', { id: 'triage.back-to-list' }),
  toPage: msg('Alla kommentarer till sidan', { id: 'triage.to-page' }),

  changedOne: (moment: string, deeds: string) =>
    msg(str`Kommentaren från ${moment}: ${deeds}`, { id: 'triage.changed-one' }),
  changedMany: (figure: string, deeds: string) =>
    msg(str`${figure} kommentarer: ${deeds}`, { id: 'triage.changed-many' }),
  undo: msg('Ångra', { id: 'triage.undo' }),
  undoWhat: msg(' ändringen', {
    id: 'triage.undo-what',
    desc: 'Spoken by screen readers right after “Ångra”, not shown.',
  }),
  undone: (figure: string) =>
    msg(str`Ändringen är ångrad. Antal kommentarer: ${figure}.`, { id: 'triage.undone' }),
  nothingUndone: msg('Det fanns inget att ångra.', { id: 'triage.nothing-undone' }),
  nothingChanged: msg('Inget behövde ändras. Det var redan så.', {
    id: 'triage.nothing-changed',
  }),
  someSame: (figure: string) => msg(str`Redan så: ${figure}.`, { id: 'triage.some-same' }),
  someLeft: msg('Någon annan ändrade de här under tiden. De är som den personen lämnade dem:', {
    id: 'triage.some-left',
  }),
  masked: msg('Kommentaren är maskerad. De maskerade orden är borta.', {
    id: 'triage.done-masked',
  }),
  deleted: msg('Kommentaren är raderad. Svaret räknas som förut.', { id: 'triage.done-deleted' }),
  noteSaved: msg('Anteckningen är sparad.', { id: 'triage.note-saved' }),
  noteRemoved: msg('Anteckningen är borttagen.', { id: 'triage.note-removed' }),

  deeds: {
    status: (to: string) => msg(str`Status: ${to}`, { id: 'deed.status' }),
    statusFrom: (from: string, to: string) =>
      msg(str`Status ändrad från ${from} till ${to}`, { id: 'deed.status-from' }),
    assigned: (name: string) => msg(str`Ansvarig: ${name}`, { id: 'deed.assigned' }),
    unassigned: msg('Ingen är ansvarig', { id: 'deed.unassigned' }),
    tagged: (tag: string) => msg(str`Etikett: ${tag}`, { id: 'deed.tagged' }),
    untagged: (tag: string) => msg(str`Etikett borttagen: ${tag}`, { id: 'deed.untagged' }),
    'left-out': msg('Räknas inte i resultatet', { id: 'deed.left-out' }),
    counted: msg('Räknas i resultatet', { id: 'deed.counted' }),
    masked: msg('Maskerade ord', { id: 'deed.masked' }),
    noted: msg('Anteckning', { id: 'deed.noted' }),
  },

  handleTitle: msg('Hantera', { id: 'triage.handle-title' }),
  counts: msg('Räknas i resultatet', { id: 'triage.counts' }),
  save: msg('Spara', { id: 'triage.save' }),
  readOnly: msg('Du har rollen läsare. Redaktörer kan ändra kommentaren.', {
    id: 'triage.read-only',
  }),
  noteTitle: msg('Skriv en anteckning', { id: 'triage.note-title' }),
  note: msg('Anteckning', { id: 'triage.note' }),
  noteHint: (figure: string) =>
    msg(
      str`Högst ${figure} tecken. Alla som får läsa kommentaren ser den. Skriv inte personuppgifter.`,
      { id: 'triage.note-hint' },
    ),
  noteEmpty: msg('Skriv något i rutan innan du sparar.', { id: 'triage.note-empty' }),
  noteLong: (figure: string) =>
    msg(str`Texten är ${figure} tecken för lång. Korta den och spara igen.`, {
      id: 'triage.note-long',
    }),
  saveNote: msg('Spara anteckningen', { id: 'triage.save-note' }),
  removeNote: msg('Ta bort anteckningen', { id: 'triage.remove-note' }),
  noteFrom: (moment: string) =>
    msg(str` från ${moment}`, {
      id: 'triage.note-from',
      desc: 'Spoken by screen readers right after “Ta bort anteckningen”, not shown.',
    }),
  moreTitle: msg('Mer', { id: 'triage.more-title' }),
  historyTitle: msg('Historik', { id: 'triage.history-title' }),
  historyNone: msg('Ingen har gjort något med kommentaren än.', { id: 'triage.history-none' }),

  conflictTitle: msg('Någon annan har ändrat kommentaren', { id: 'triage.conflict-title' }),
  conflictText: msg(
    'Det hände sedan du öppnade sidan. Din ändring är inte gjord än. Det här gjorde den andra:',
    { id: 'triage.conflict-text' },
  ),
  conflictWanted: msg('Det här ville du göra:', { id: 'triage.conflict-wanted' }),
  conflictNow: msg('Så här är det nu:', { id: 'triage.conflict-now' }),
  conflictAnyway: msg('Gör min ändring', { id: 'triage.conflict-anyway' }),
  conflictLeave: msg('Låt det vara som det är', { id: 'triage.conflict-leave' }),

  toComment: msg('Till kommentaren', { id: 'triage.to-comment' }),
};

export const words = { triage };
