import type { Store } from '../store/store.ts';
import { findLanguage } from './locale.ts';
import type { ReviewContext } from './review-environment.ts';

/**
 * Stores the editor's choice of language and goes back to where it was made.
 * @returns null when there is no such language
 */
export async function chooseLanguage(
  c: ReviewContext,
  store: Store,
  root: string,
): Promise<Response | null> {
  const form = await c.req.parseBody();
  const language = findLanguage(form['language']);
  if (!language || !c.var.editor) return null;
  await store.setEditorLanguage(c.var.editor.id, language);
  return c.redirect(placeInReview(form['returnTo'], root), 303);
}

/** The path if it lies within the review: a forged form leads nowhere else. */
export function placeInReview(address: unknown, root: string): string {
  const start = `${root}/`;
  const here = 'http://gensvar.invalid';
  if (typeof address !== 'string' || !URL.canParse(address, here)) return start;
  // Of an address elsewhere only the path is taken, so the host is never another's.
  const { pathname, search } = new URL(address, here);
  return pathname.startsWith(start) ? pathname + search : start;
}
