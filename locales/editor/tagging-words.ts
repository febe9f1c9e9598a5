import { msg, str } from '@lit/localize';

/**
 * What an editor reads about tags, suspected answers and the log of the work with comments,
 * in the source language (Swedish).
 */
const tagging = {
  suspectedTitle: msg('Misstänkta svar utan kommentar', { id: 'suspected.title' }),
  suspectedText: msg(
    'De här svaren ser ut att komma från robotar. De räknas inte, om du inte säger något annat.',
    { id: 'suspected.text' },
  ),
  suspectedDay: msg('Dag', { id: 'suspected.day' }),
  suspectedWhy: msg('Därför', { id: 'suspected.why' }),
  suspectedLeftOut: msg('Räknas inte', { id: 'suspected.left-out' }),
  suspectedCounted: msg('Räknas med', { id: 'suspected.counted' }),
  suspectedAction: msg('Åtgärd', { id: 'suspected.action' }),
  suspectedOf: (day: string, why: string) =>
    msg(str` svaren från ${day}, ${why}`, {
      id: 'suspected.of',
      desc: 'Spoken by screen readers right after “Räkna med” or “Räkna inte”, not shown.',
    }),
  layers: {
    decoy: msg('fyllde i ett fält som bara robotar hittar', { id: 'layer.decoy' }),
    'too-quick': msg('svarade snabbare än en människa', { id: 'layer.too-quick' }),
    flood: msg('skickade många svar på kort tid', { id: 'layer.flood' }),
    'ballot-stuffing': msg('svarade många gånger på samma sida', { id: 'layer.ballot-stuffing' }),
    'repeated-text': msg('skickade samma text om och om igen', { id: 'layer.repeated-text' }),
    links: msg('skickade länkar', { id: 'layer.links' }),
    'word-list': msg('skrev ord från spärrlistan', { id: 'layer.word-list' }),
  },
  suspectedNowCounted: (day: string, why: string) =>
    msg(str`Svaren från ${day} räknas nu med: ${why}.`, { id: 'suspected.now-counted' }),
  suspectedNowLeftOut: (day: string, why: string) =>
    msg(str`Svaren från ${day} räknas inte längre: ${why}.`, { id: 'suspected.now-left-out' }),

  tagsTitle: msg('Etiketter', { id: 'tags.title' }),
  tagsOf: (site: string) => msg(str`Etiketter på ${site}`, { id: 'tags.of' }),
  tagsText: (figure: string) =>
    msg(str`Redaktörer sorterar kommentarer med etiketter. En webbplats har högst ${figure}.`, {
      id: 'tags.text',
    }),
  tagName: msg('Etikettens namn', { id: 'tags.name' }),
  tagHint: (figure: string) => msg(str`Högst ${figure} tecken.`, { id: 'tags.hint' }),
  tagAdd: msg('Lägg till en etikett', { id: 'tags.add' }),
  tagAddButton: msg('Lägg till', { id: 'tags.add-button' }),
  tagFull: (figure: string) =>
    msg(str`Webbplatsen har ${figure} etiketter. Ta bort en innan du lägger till en ny.`, {
      id: 'tags.full',
    }),
  tagRename: msg('Byt namn', { id: 'tags.rename' }),
  tagUp: msg('Flytta upp', { id: 'tags.up' }),
  tagDown: msg('Flytta ner', { id: 'tags.down' }),
  tagDelete: msg('Ta bort', { id: 'tags.delete' }),
  tagNameOf: (tag: string) => msg(str`Namn på ${tag}`, { id: 'tags.name-of' }),
  tagDeleteTitle: (tag: string) =>
    msg(str`Ska etiketten ${tag} tas bort?`, { id: 'tags.delete-title' }),
  tagDeleteCount: (figure: string) =>
    msg(str`Den försvinner från så här många kommentarer: ${figure}.`, {
      id: 'tags.delete-count',
    }),
  tagDeleteNone: msg('Ingen kommentar har etiketten.', { id: 'tags.delete-none' }),
  tagDeleteFinal: msg('Det går inte att ångra.', { id: 'tags.delete-final' }),
  tagDeleteMore: (figure: string) =>
    msg(str`Fler kommentarer har fått etiketten sedan du öppnade sidan. Nu är de ${figure}.`, {
      id: 'tags.delete-more',
    }),
  tagDeleteConfirm: msg('Ta bort etiketten', { id: 'tags.delete-confirm' }),
  tagFaults: {
    name: (figure: string) =>
      msg(str`Skriv ett namn med 1 till ${figure} tecken.`, { id: 'tags.fault-name' }),
    taken: msg('En etikett har redan det namnet. Skriv ett annat.', { id: 'tags.fault-taken' }),
    'too-many': msg('Webbplatsen har redan så många etiketter som den får ha. Ta bort en först.', {
      id: 'tags.fault-too-many',
    }),
    gone: msg('Någon annan har ändrat etiketten. Se hur den heter nu.', {
      id: 'tags.fault-gone',
    }),
  },
  tagDone: {
    added: msg('Etiketten är tillagd.', { id: 'tags.done-added' }),
    renamed: msg('Etiketten har ett nytt namn.', { id: 'tags.done-renamed' }),
    moved: msg('Etiketten är flyttad.', { id: 'tags.done-moved' }),
    deleted: msg('Etiketten är borttagen.', { id: 'tags.done-deleted' }),
  },

  audit: {
    comments: (figure: string) => msg(str`Antal kommentarer: ${figure}`, { id: 'audit.comments' }),
    response: (id: string) => msg(str`Kommentar nummer ${id}`, { id: 'audit.response' }),
    answers: (figure: string) => msg(str`Antal svar: ${figure}`, { id: 'audit.answers' }),
    day: (day: string) => msg(str`Dag: ${day}`, { id: 'audit.day' }),
    undone: msg('Ångrade en ändring', { id: 'audit.undone' }),
    removed: msg('Tog bort anteckningen', { id: 'audit.removed' }),
    was: (name: string) => msg(str`Hette ${name}`, { id: 'audit.was' }),
    changes: {
      added: msg('Lade till', { id: 'audit.added' }),
      renamed: msg('Bytte namn', { id: 'audit.renamed' }),
      moved: msg('Flyttade', { id: 'audit.moved' }),
      deleted: msg('Tog bort', { id: 'audit.deleted' }),
    },
  },
};

export const words = { tagging };
