import type { Tag } from '../../store/tags.ts';
import type { Editor, PageSummary, Site, Store } from '../../store/store.ts';
import type { Choices } from './choices.ts';

/** What the editor can choose from, on the sites that the editor may see. */
export interface Offers {
  /** All sites of the editor. */
  sites: Site[];
  /** Those that the choices leave: one, or all. */
  chosenSites: Site[];
  languages: string[];
  tags: (Tag & { siteId: number })[];
  people: { editorId: number; name: string }[];
  /** The page that is chosen. */
  page: PageSummary | null;
  /** The day of the page's last edit; null when none is known. */
  lastEdit: string | null;
}

/**
 * Reads what can be chosen.
 * @returns null when the address names a site or a page that the editor has no right to
 */
export async function readOffers(
  store: Store,
  editor: Editor,
  choices: Choices,
  today: string,
): Promise<Offers | null> {
  const sites = (await store.listSites()).filter(({ id }) => editor.siteIds.includes(id));
  const page = choices.page === '' ? null : await store.findPage(Number(choices.page));
  if (choices.page !== '' && (!page || !editor.siteIds.includes(page.siteId))) return null;
  const chosenSites = sites.filter(
    ({ id, key }) =>
      (choices.site === '' || key === choices.site) && (page === null || id === page.siteId),
  );
  if (choices.site !== '' && chosenSites.length === 0) return null;
  const ids = chosenSites.map(({ id }) => id);
  const tags = [];
  const people = new Map<number, string>();
  for (const siteId of ids) {
    tags.push(...(await store.listTags(siteId)).map((tag) => ({ ...tag, siteId })));
    for (const { editorId, name, role } of await store.listMembers(siteId)) {
      if (role !== 'reader') people.set(editorId, name);
    }
  }
  const lastEdits = page && (await store.findLastRevisionDays([page.id], today));
  return {
    sites,
    chosenSites,
    languages: await store.listPageLanguages(ids),
    tags,
    people: [...people].map(([editorId, name]) => ({ editorId, name })),
    page,
    lastEdit: (page && lastEdits?.get(page.id)) ?? null,
  };
}
