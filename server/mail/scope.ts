import type { Editor, Store } from '../store/store.ts';

/** Which pages an editor's mails are about; `null`: all of the editor's sites. */
export type OwnPages = ReadonlySet<number> | null;

/** The pages that an editor answers for or watches. With none of either, all of the sites. */
export async function findOwnPages(store: Store, editor: Editor): Promise<OwnPages> {
  const pages = await store.listOwnedPages(editor.id);
  for (const { id } of await store.listWatches(editor.id, editor.siteIds)) pages.add(id);
  return pages.size === 0 ? null : pages;
}
