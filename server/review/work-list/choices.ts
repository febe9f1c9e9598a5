import type { Editor, Site } from '../../store/store.ts';
import {
  workPeriods,
  workSorts,
  type WorkFilter,
  type WorkPeriod,
  type WorkSort,
} from '../../store/work-list.ts';
import type { ReviewContext } from '../review-environment.ts';
import { readSection, sectionAddresses } from './section.ts';

/** So many days up to today, or those after each page's last edit. */
export type ChosenPeriod = WorkPeriod | 'edit';

export const chosenPeriods: readonly ChosenPeriod[] = [...workPeriods, 'edit'];

/** What an editor has chosen to see: all of it stands in the address. */
export interface Choices {
  /** A part of title or address. */
  text: string;
  sort: WorkSort;
  period: ChosenPeriod;
  /** The key of a site; empty for all. */
  site: string;
  /** A path; empty for all. */
  section: string;
  language: string;
  /** `mine`, `nobody`, the number of a person, or empty for all. */
  responsible: string;
  onlyNew: boolean;
}

export const usualChoices: Choices & { period: WorkPeriod } = {
  text: '',
  sort: 'new',
  period: 30,
  site: '',
  section: '',
  language: '',
  responsible: '',
  onlyNew: false,
};

/** The most characters of a text that is looked for. */
const longestText = 200;

/** Reads the choices of an address; what cannot be chosen counts as not chosen. */
export function readChoices(c: ReviewContext, sites: Site[]): Choices {
  const read = (name: string) => (c.req.query(name) ?? '').trim().slice(0, longestText);
  const site = read('site');
  const responsible = read('responsible');
  return {
    text: read('q').replaceAll('\0', ''),
    sort: workSorts.find((sort) => sort === read('sort')) ?? usualChoices.sort,
    period: chosenPeriods.find((days) => String(days) === read('days')) ?? usualChoices.period,
    site: sites.some(({ key }) => key === site) ? site : '',
    section: readSection(read('section').replaceAll('\0', '')) ?? '',
    language: /^[a-z0-9-]{1,35}$/i.test(read('language')) ? read('language') : '',
    responsible: /^(?:mine|nobody|[1-9]\d{0,14})$/.test(responsible) ? responsible : '',
    onlyNew: read('new') === '1',
  };
}

/** The address of the list with these choices; what is as usual is left out. */
export function listAddress(root: string, choices: Choices, page?: number): string {
  const { text, sort, period, site, section, language, responsible, onlyNew } = choices;
  const query = new URLSearchParams();
  if (text) query.set('q', text);
  if (sort !== usualChoices.sort) query.set('sort', sort);
  if (period !== usualChoices.period) query.set('days', String(period));
  if (site) query.set('site', site);
  if (section) query.set('section', section);
  if (language) query.set('language', language);
  if (responsible) query.set('responsible', responsible);
  if (onlyNew) query.set('new', '1');
  if (page !== undefined) query.set('page', String(page));
  const written = query.toString();
  return written === '' ? `${root}/` : `${root}/?${written}`;
}

/** How many of the choices behind “more choices” have been made. */
export const countChosen = ({ site, section, language, responsible, onlyNew }: Choices): number =>
  [site, section, language, responsible, onlyNew].filter(Boolean).length;

/**
 * The choices as the store wants them.
 * @param today as `2026-11-22`
 */
export function filterOf(
  choices: Choices,
  sites: Site[],
  editor: Editor,
  today: string,
): WorkFilter {
  const { text, period, site, section, language, responsible, onlyNew } = choices;
  const chosen = site === '' ? sites : sites.filter(({ key }) => key === site);
  return {
    siteIds: chosen.map(({ id }) => id),
    ...(period === 'edit' ? { period: usualChoices.period, sinceEdit: { today } } : { period }),
    ...(section && { sections: sectionAddresses(chosen, section) }),
    ...(language && { language }),
    ...(responsible && { owner: ownerOf(responsible, editor) }),
    ...(onlyNew && { onlyWaiting: true }),
    ...(text && { text }),
  };
}

function ownerOf(responsible: string, editor: Editor): number | 'nobody' {
  if (responsible === 'mine') return editor.id;
  return responsible === 'nobody' ? 'nobody' : Number(responsible);
}
