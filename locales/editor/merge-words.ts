import { msg, str } from '@lit/localize';

/** What an editor reads about moving and merging pages, in the source language (Swedish). */
export const words = {
  merge: {
    link: msg('Flytta eller slå ihop sidan', { id: 'merge.link' }),
    title: msg('Flytta eller slå ihop sidan', { id: 'merge.title' }),
    text: msg(
      'Har sidan fått en ny adress? Skriv den. Svaren om den här sidan räknas då till den nya.',
      { id: 'merge.text' },
    ),
    from: msg('Sidan nu', { id: 'merge.from' }),
    into: msg('Ny adress', { id: 'merge.into' }),
    intoHint: msg(
      'Skriv hela adressen eller bara slutet, till exempel /sida. Den ska höra till samma webbplats.',
      { id: 'merge.into-hint' },
    ),
    preview: msg('Visa vad som händer', { id: 'merge.preview' }),
    confirmTitle: msg('Slå ihop sidorna?', { id: 'merge.confirm-title' }),
    confirmMoveTitle: msg('Flytta sidan?', { id: 'merge.confirm-move-title' }),
    page: msg('Sida', { id: 'merge.page' }),
    answers: msg('Svar', { id: 'merge.answers' }),
    comments: msg('Kommentarer', { id: 'merge.comments' }),
    after: msg('Tillsammans', { id: 'merge.after' }),
    isNew: msg('Den nya adressen har inga svar än.', { id: 'merge.is-new' }),
    noUndo: msg(
      'Det går inte att ångra. Efteråt syns det inte vilka svar som kom till den gamla adressen.',
      { id: 'merge.no-undo' },
    ),
    takesTime: msg('Många svar flyttas stegvis. Under tiden är antalen rätt på båda sidorna.', {
      id: 'merge.takes-time',
    }),
    confirm: msg('Slå ihop', { id: 'merge.confirm' }),
    confirmMove: msg('Flytta', { id: 'merge.confirm-move' }),
    toSuccessor: msg('Till den nya sidan', { id: 'merge.to-successor' }),
    done: {
      merge: msg('Sidorna är hopslagna', { id: 'merge.done' }),
      move: msg('Sidan är flyttad', { id: 'merge.done-move' }),
      earlier: msg('Sidan är redan flyttad eller hopslagen', { id: 'merge.done-earlier' }),
    },
    doneText: (from: string, into: string) =>
      msg(str`Svaren om ${from} räknas nu till ${into}.`, {
        id: 'merge.done-text',
        desc: 'Two addresses of web pages.',
      }),
    underWay: msg('Svaren flyttas. Det tar några minuter innan alla har flyttats', {
      id: 'merge.under-way',
    }),
    faults: {
      address: msg('Skriv en adress, till exempel https://www.exempel.se/sida eller /sida.', {
        id: 'merge.fault-address',
      }),
      site: msg('Adressen hör inte till samma webbplats.', { id: 'merge.fault-site' }),
      same: msg('Det är samma sida. Skriv en annan adress.', { id: 'merge.fault-same' }),
      merged: msg('En av sidorna är redan hopslagen med en annan.', {
        id: 'merge.fault-merged',
      }),
    },
  },
};
