import type { ApiSettings } from './api-settings.ts';
import type { Bilingual } from './read-operation.ts';

export const apiVersion = '1.0.0';
export const apiReleased = '2026-11-22';

export const apiSummary: Bilingual = {
  sv: 'Tar emot och räknar besökares svar om webbsidor.',
  en: "Takes in and counts visitors' answers about web pages.",
};

export const apiDescription: Bilingual = {
  sv: 'Gensvar tar emot besökares svar på frågan om en webbsida hjälpte dem, sparar svaren och räknar dem per sida och dag. Räknade svar kan läsas med ett token, och av alla där webbplatsen lämnar öppna data. Kommentarer kan läsas med ett token som får det.',
  en: "Gensvar takes in visitors' answers to whether a web page helped them, stores them and counts them per page and day. Counts can be read with a token, and by anyone where a site gives open data. Comments can be read with a token that may.",
};

/** What a reader must know before relying on the figures. */
export const apiLimitations = (timeZone: string): Bilingual[] => [
  {
    sv: `Dygn börjar och slutar vid midnatt i tidszonen ${timeZone}. Klockslag anges i UTC.`,
    en: `Days begin and end at midnight in the time zone ${timeZone}. Times are told in UTC.`,
  },
  {
    sv: 'Den som svarar har valt att svara: siffrorna säger inget om dem som inte svarade. Andelar visas först vid 10 svar, och med ett intervall.',
    en: 'Those who answer have chosen to: the figures say nothing of those who did not. Shares are told from 10 answers on, and with an interval.',
  },
  {
    sv: 'Besökaren kan ändra sitt svar en tid, och redaktörer kan lämna ett svar utanför räkningen. De senaste dagarnas siffror kan därför ändras.',
    en: 'A visitor can change an answer for some time, and editors can leave one out of the score. The figures of the last days can therefore change.',
  },
  {
    sv: 'En fråga gäller högst 366 dagar, och en del av en lista har högst 100 poster.',
    en: 'A request is about at most 366 days, and a part of a list has at most 100 entries.',
  },
];

/** The service level that holds where the agency has not promised another. */
export const serviceLevel = {
  availability:
    'Ingen nivå är utlovad om inte villkoren säger något annat. No level is promised unless the terms say otherwise.',
  responseTime:
    'Ingen svarstid är utlovad. Vid hög belastning svarar tjänsten 503 med Retry-After. No time is promised. Under high load the service answers 503 with Retry-After.',
  support: 'Se kontakt. See contact.',
};

export const apiLicense = {
  name: 'EUPL-1.2',
  url: 'https://interoperable-europe.ec.europa.eu/collection/eupl/eupl-text-eupl-12',
};

export const tags: { name: string; description: Bilingual }[] = [
  {
    name: 'Responses',
    description: { sv: 'Skicka besökares svar.', en: "Send visitors' responses." },
  },
  {
    name: 'Counts',
    description: { sv: 'Läs räknade svar, med token.', en: 'Read counts, with a token.' },
  },
  {
    name: 'Comments',
    description: { sv: 'Läs kommentarer, med token.', en: 'Read comments, with a token.' },
  },
  {
    name: 'Open data',
    description: { sv: 'Läs öppna data, utan token.', en: 'Read open data, without a token.' },
  },
  {
    name: 'About the API',
    description: { sv: 'Om API:et självt.', en: 'About the API itself.' },
  },
];

/** Whom to ask: what the agency has set, or the page about the API. */
export const contactOf = (settings: ApiSettings, docsUrl: string) => ({
  name: settings.contactName ?? 'Gensvar',
  url: settings.contactUrl ?? docsUrl,
  ...(settings.contactEmail !== undefined && { email: settings.contactEmail }),
});
