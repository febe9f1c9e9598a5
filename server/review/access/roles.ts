import type { Editor, Role } from '../../store/store.ts';

/** From least to most: who may more may also all that comes before. */
export const roles = ['reader', 'editor', 'administrator'] as const satisfies readonly Role[];

/** Whether somebody has a role on a site, or one that may more. */
export function hasRole(editor: Editor | undefined, siteId: number, least: Role): boolean {
  const role = editor?.roles.get(siteId);
  return role !== undefined && roles.indexOf(role) >= roles.indexOf(least);
}

/** The sites on which somebody has a role, or one that may more. */
export const sitesWithRole = (editor: Editor | undefined, least: Role): number[] =>
  (editor?.siteIds ?? []).filter((siteId) => hasRole(editor, siteId, least));

/** The role of that name, if there is one. */
export const findRole = (name: unknown): Role | undefined => roles.find((role) => role === name);
