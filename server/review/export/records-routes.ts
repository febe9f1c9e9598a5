import { Hono } from 'hono';
import type { Scope } from '../../export/choose-scope.ts';
import { readCopy, summariseCopy, tellCopied, unchangedSince } from '../../export/copy.ts';
import { counted, told } from '../../export/export-file.ts';
import { copyColumns } from '../../export/export-table.ts';
import { createMasker } from '../../export/mask-comment.ts';
import { refused } from '../message-pages.ts';
import type { ReviewContext, ReviewEnvironment } from '../review-environment.ts';
import { copyDocument } from './copy-document.ts';
import { readCopyState, type CopyState } from './copy-state.ts';
import type { ExportDependencies } from './export-dependencies.ts';
import { refuse } from './export-routes.ts';
import { copyFormats, mostPreviewed, previewPage } from './preview-page.ts';
import { findScope, queryFields, readWish, type Fields } from './read-wish.ts';
import {
  commentsAtATime,
  recordsChoose,
  recordsOutOfReach,
  recordsStart,
  type Commented,
} from './records-pages.ts';
import { logged, sendDocument, sendFile } from './send-file.ts';

/** Copies of answers for those who ask to see public records, with a step in which is masked. */
export function createRecordsRoutes(deps: ExportDependencies) {
  const { store, clock, root, show, stylesheet } = deps;
  const routes = new Hono<ReviewEnvironment>();

  routes.get('/records-request', async (c) => {
    const wish = await readWish(c, queryFields(c), deps);
    return wish ? show(c, recordsStart(wish, {}, c.var.locale, root)) : refuse(c, deps);
  });

  routes.get('/records-request/choose', (c) => step(c, queryFields(c), [], choose));

  for (const [path, go] of [
    ['/records-request/choose', choose],
    ['/records-request/copy', copy],
  ] as const) {
    routes.post(path, async (c) => {
      const form = await c.req.parseBody({ all: true });
      const fields: Fields = (name) => {
        const value = form[name];
        return typeof value === 'string' ? value : '';
      };
      const marked = [form['mark'] ?? []].flat().map(Number);
      return step(c, fields, marked, go);
    });
  }

  type Step = (
    c: ReviewContext,
    fields: Fields,
    state: CopyState,
    scope: Scope,
  ) => Promise<Response>;

  async function step(c: ReviewContext, fields: Fields, marked: number[], go: Step) {
    const wish = await readWish(c, fields, deps);
    if (!wish) return refuse(c, deps);
    const found = await findScope(wish, deps);
    if ('faults' in found) return show(c, recordsStart(wish, found.faults, c.var.locale, root));
    return go(c, fields, readCopyState(wish, fields, marked, clock()), found.scope);
  }

  /** The responses of a state, with what is masked of their comments. */
  const copied = (c: ReviewContext, { until, choice }: CopyState, { site, filter }: Scope) => {
    const { mask } = c.var.locale.words.exporting;
    const masker = createMasker(choice, { allowedNumbers: site.allowedNumbers, mask });
    return readCopy(store, { filter, until }, masker);
  };

  async function choose(c: ReviewContext, fields: Fields, state: CopyState, scope: Scope) {
    const go = fields('go');
    const part = Math.max(0, state.part + (go === 'next' ? 1 : go === 'previous' ? -1 : 0));
    const isPreview = go === 'preview';
    const shown: Commented[] = [];
    const masked: Commented[] = [];
    const summary = await summariseCopy(copied(c, state, scope), (entry, index) => {
      const { comment } = entry;
      if (!comment) return;
      if (Math.floor(index / commentsAtATime) === part) shown.push({ ...entry, comment });
      if (comment.reasons.length > 0 && masked.length < mostPreviewed) {
        masked.push({ ...entry, comment });
      }
    });
    const { locale } = c.var;
    if (!summary || summary.responses === 0) {
      return show(c, recordsOutOfReach(state, summary, locale, root));
    }
    const isChanged = state.seen !== '' && state.seen !== summary.fingerprint;
    if (isPreview && state.seen !== '' && !isChanged) {
      const facts = { scope, summary, made: clock(), by: c.var.editor?.name ?? '' };
      return show(c, previewPage({ ...facts, state, masked }, locale, root));
    }
    const next = { ...state, part, seen: summary.fingerprint };
    const hasMore = (part + 1) * commentsAtATime < summary.comments;
    return show(
      c,
      recordsChoose({ state: next, summary, shown, hasMore, isChanged }, locale, root),
    );
  }

  async function copy(c: ReviewContext, fields: Fields, state: CopyState, scope: Scope) {
    const { locale } = c.var;
    const format = copyFormats.find((known) => known === fields('format'));
    if (!format) return show(c, refused(locale, root, 400));
    const summary = await summariseCopy(copied(c, state, scope));
    // Then the page for choosing says what has happened, and shows what there is now.
    if (summary?.fingerprint !== state.seen) return choose(c, fields, state, scope);
    const parts = unchangedSince(state.seen, copied(c, state, scope));
    const detail = { content: 'copy', masked: summary.masked };
    if (format === 'html') {
      const facts = { scope, summary, made: clock(), by: c.var.editor?.name ?? '' };
      const count = { rows: 0 };
      const page = copyDocument(facts, counted(parts, count), locale, stylesheet);
      const rows = () => count.rows;
      return sendDocument(logged(c, deps, scope, page, { ...detail, format }, rows), deps);
    }
    const { yes, no } = format === 'json' ? { yes: 'yes', no: 'no' } : locale.words;
    const table = { columns: copyColumns, parts: told(parts, tellCopied(yes, no)) };
    return sendFile(c, deps, scope, table, {
      ...{ format, separator: ';', byteOrderMark: true, name: 'copy', detail },
    });
  }

  return routes;
}
