import { msg } from '@lit/localize';

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
    intoHint: msg('Hela adressen, på samma webbplats.', { id: 'merge.into-hint' }),
    preview: msg('Visa vad som händer', { id: 'merge.preview' }),
    confirmTitle: msg('Slå ihop sidorna?', { id: 'merge.confirm-title' }),
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
    toSuccessor: msg('Till den nya sidan', { id: 'merge.to-successor' }),
    done: msg('Sidorna är hopslagna', { id: 'merge.done' }),
    underWay: msg('Sidorna slås ihop. Det tar några minuter innan alla svar har flyttats', {
      id: 'merge.under-way',
    }),
    faults: {
      address: msg('Skriv en hel adress, till exempel https://www.exempel.se/sida.', {
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
