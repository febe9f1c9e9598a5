import { randomUUID } from 'node:crypto';
import type { ChangeOutcome, CommentChange, SeenComment } from '../../store/triage.ts';
import { sitesWithRole } from '../access/roles.ts';
import { notFound } from '../message-pages.ts';
import type { ReviewContext } from '../review-environment.ts';
import { conflictPage } from './conflict-page.ts';
import { returnAddress, type Outcome } from './return-to.ts';
import type { TriageDependencies } from './triage-dependencies.ts';

export interface WantedOfEditor {
  seen: SeenComment[];
  change: CommentChange;
  /** Whether the editor is asked when the one comment has been changed meanwhile. */
  isOne: boolean;
  /** Where the editor comes back to, as the form told it. */
  returnTo: unknown;
}

/** Does what an editor wants, and leads back to where the editor was. */
export async function carryOut(
  c: ReviewContext,
  deps: TriageDependencies,
  { seen, change, isOne, returnTo }: WantedOfEditor,
): Promise<Response> {
  const { store, clock, root, show } = deps;
  const { editor, locale } = c.var;
  const siteIds = sitesWithRole(editor, 'editor');
  const comments = await store.findComments(
    siteIds,
    seen.map(({ id }) => id),
  );
  if (!editor || comments.length === 0) return show(c, notFound(locale, root));
  const batch = randomUUID();
  const by = { at: clock(), actor: editor.name };
  const outcomes: ChangeOutcome[] = [];
  for (const siteId of new Set(comments.map((comment) => comment.siteId))) {
    const ids = comments.filter((comment) => comment.siteId === siteId).map(({ id }) => id);
    const ofSite = seen.filter(({ id }) => ids.includes(id));
    outcomes.push(await store.changeComments(siteId, ofSite, change, by, batch));
  }
  const [comment] = comments;
  const stale = outcomes.flatMap((outcome) => outcome.stale);
  if (isOne && comment && stale.length > 0) {
    const version = seen[0]?.version ?? 0;
    return show(c, await conflictPage(c, deps, { comment, version, change, returnTo }));
  }
  return c.redirect(returnAddress(returnTo, root, outcomeOf(outcomes, batch)), 303);
}

/** Takes back what an editor did a moment ago. */
export async function undo(
  c: ReviewContext,
  { store, clock, root }: TriageDependencies,
  batch: string,
  returnTo: unknown,
): Promise<Response> {
  const { editor } = c.var;
  const by = { at: clock(), actor: editor?.name ?? '' };
  const events = await store.listBatch(sitesWithRole(editor, 'editor'), batch);
  const siteIds = new Set(events.map(({ siteId }) => siteId));
  const back = (outcome: Outcome) => c.redirect(returnAddress(returnTo, root, outcome), 303);
  const undone = randomUUID();
  const outcomes: ChangeOutcome[] = [];
  for (const siteId of siteIds) {
    if (await store.removeNote(siteId, batch, by)) return back({ done: 'note-removed' });
    outcomes.push(await store.undoChange(siteId, batch, by, undone));
  }
  const { done = '', ...more } = outcomeOf(outcomes, undone);
  return back({ done: done === undone ? `undone.${undone}` : 'not-undone', ...more });
}

/** What the page that an editor comes back to is told. */
function outcomeOf(outcomes: ChangeOutcome[], batch: string): Outcome {
  const all = (name: 'changed' | 'same' | 'stale') => outcomes.flatMap((each) => each[name]);
  const [changed, same, stale] = [all('changed'), all('same'), all('stale')];
  return {
    done: changed.length > 0 ? batch : 'nothing',
    ...(changed.length > 0 && same.length > 0 && { same: String(same.length) }),
    ...(stale.length > 0 && { left: stale.join('.') }),
  };
}
