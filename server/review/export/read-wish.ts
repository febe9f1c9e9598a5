import {
  chooseScope,
  exportPeriods,
  scopes,
  type Scope,
  type ScopeFaults,
  type ScopeWish,
} from '../../export/choose-scope.ts';
import { createSiteRegister } from '../../intake/site-register.ts';
import type { Site } from '../../store/store.ts';
import { sitesWithRole } from '../access/roles.ts';
import type { ReviewContext } from '../review-environment.ts';
import type { ExportDependencies } from './export-dependencies.ts';

/** The fields of a form or an address, as they came. */
export type Fields = (name: string) => string;

/** A wish of an editor's, and the sites it can be about. */
export interface EditorsWish extends ScopeWish {
  site: Site;
  sites: Site[];
}

/** The fields of the address. */
export const queryFields =
  (c: ReviewContext): Fields =>
  (name) =>
    c.req.query(name) ?? '';

/** The fields of a form that was sent; of several of one name, the last. */
export async function formFields(c: ReviewContext): Promise<Fields> {
  const form = await c.req.parseBody();
  return (name) => {
    const value = form[name];
    return typeof value === 'string' ? value : '';
  };
}

/** One of some known words, or the usual one. */
export const known = <Word extends string>(
  words: readonly Word[],
  text: string,
  usual: Word,
): Word => words.find((word) => word === text) ?? usual;

/**
 * Reads what an editor wants.
 * @returns null when there is no such site, or none that the editor may export
 */
export async function readWish(
  c: ReviewContext,
  fields: Fields,
  { store }: ExportDependencies,
): Promise<EditorsWish | null> {
  const allowed = sitesWithRole(c.var.editor, 'editor');
  const sites = (await store.listSites()).filter(({ id }) => allowed.includes(id));
  const key = fields('site');
  const site = key === '' ? sites[0] : sites.find((each) => each.key === key);
  if (!site) return null;
  return {
    site,
    sites,
    scope: known(scopes, fields('scope'), 'site'),
    address: fields('address'),
    period: known(exportPeriods, fields('period'), '30'),
    from: fields('from'),
    to: fields('to'),
  };
}

/** Finds what a wish means today. */
export const findScope = (
  wish: EditorsWish,
  { store, clock, dayOf }: ExportDependencies,
): Promise<{ scope: Scope } | { faults: ScopeFaults }> =>
  chooseScope(wish, wish.site, {
    store,
    sites: createSiteRegister(store, clock),
    today: dayOf(clock()),
  });
