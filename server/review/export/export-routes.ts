import { Hono } from 'hono';
import { exportTable } from '../../export/export-file.ts';
import { notFound } from '../message-pages.ts';
import type { ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import { sitesWithRole } from '../access/roles.ts';
import type { ExportDependencies } from './export-dependencies.ts';
import { exportForbidden, exportPage, readFileWish } from './export-page.ts';
import { findScope, formFields, queryFields, readWish } from './read-wish.ts';
import { sendFile } from './send-file.ts';

/** Files of a site's answers, for its editors. */
export function createExportRoutes(deps: ExportDependencies) {
  const { store, root, show } = deps;
  const routes = new Hono<ReviewEnvironment>();

  routes.get('/export', async (c) => {
    const fields = queryFields(c);
    const wish = await readWish(c, fields, deps);
    if (!wish) return refuse(c, deps);
    return show(c, exportPage(wish, readFileWish(fields, false), {}, c.var.locale, root));
  });

  routes.post('/export/file', async (c) => {
    const fields = await formFields(c);
    const wish = await readWish(c, fields, deps);
    if (!wish) return refuse(c, deps);
    const { content, ...file } = readFileWish(fields, true);
    const found = await findScope(wish, deps);
    if ('faults' in found) {
      return show(c, exportPage(wish, { content, ...file }, found.faults, c.var.locale, root));
    }
    const table = exportTable(store, found.scope.filter, content);
    return sendFile(c, deps, found.scope, table, { ...file, name: content, detail: { content } });
  });

  return routes;
}

/** Whoever may export nothing is told so; of another's site nobody is told. */
export const refuse = (c: ReviewContext, { root, show }: ExportDependencies) =>
  sitesWithRole(c.var.editor, 'editor').length === 0 && c.var.editor?.siteIds.length !== 0
    ? show(c, exportForbidden(c.var.locale, root))
    : show(c, notFound(c.var.locale, root));
