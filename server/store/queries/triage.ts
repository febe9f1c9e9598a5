import { randomUUID } from 'node:crypto';
import type { AuditEntry } from '../audit-log.ts';
import type { Connection } from '../connection.ts';
import type { By } from '../moderation.ts';
import { mostAtOnce, type ChangeOutcome, type CommentDeed, type Triage } from '../triage.ts';
import { changeStatements, type PlannedChange } from './comment-change.ts';
import {
  actionOf,
  changeOf,
  deedsOf,
  detailOf,
  takenBack,
  type CommentState,
} from './comment-deeds.ts';
import { createCommentNotes } from './comment-notes.ts';
import { ofSites } from './of-sites.ts';
import { isOneOf } from './one-of.ts';
import { createTriageReads } from './triage-reads.ts';

type WantedChange = Pick<PlannedChange, 'id' | 'version' | 'change'>;

/** What editors do with comments. */
export function createTriage(connection: Connection): Triage {
  const { queries, writeTogether } = connection;
  const reads = createTriageReads(connection);

  async function readStates(siteId: number, ids: number[]): Promise<Map<number, CommentState>> {
    const rows = await queries
      .selectFrom('comment')
      .innerJoin('response', (join) =>
        join
          .onRef('response.site_id', '=', 'comment.site_id')
          .onRef('response.id', '=', 'comment.response_id'),
      )
      .where(isOneOf(connection, 'comment.response_id', ids))
      .where(ofSites(connection, 'comment.site_id', [siteId]))
      .select(['response.id', 'response.left_out'])
      .execute();
    const work = await reads.readCommentWork(rows.map(({ id }) => ({ id, siteId })));
    return new Map(
      rows.flatMap(({ id, left_out }) => {
        const found = work.get(id);
        return found ? [[id, { ...found, leftOut: left_out === 1 }]] : [];
      }),
    );
  }

  /** The names of the tags and of the people that comments of a site may be given. */
  async function readChoices(siteId: number) {
    const tags = queries.selectFrom('tag').select(['id', 'name']).where('site_id', '=', siteId);
    const people = queries
      .selectFrom('editor_site')
      .innerJoin('editor', 'editor.id', 'editor_site.editor_id')
      .select(['editor.id', 'editor.name'])
      .where('editor_site.site_id', '=', siteId)
      .where('editor_site.role', '!=', 'reader');
    const byId = <Named extends { id: number }>(rows: Named[]) =>
      new Map(rows.map((row) => [row.id, row]));
    return { tags: byId(await tags.execute()), people: byId(await people.execute()) };
  }

  async function apply(
    siteId: number,
    wanted: WantedChange[],
    by: By,
    auditOf: (deeds: CommentDeed[]) => Pick<AuditEntry, 'action' | 'detail'>,
    batch: string = randomUUID(),
  ): Promise<ChangeOutcome> {
    const outcome: ChangeOutcome = { batch, changed: [], same: [], stale: [], missing: [] };
    if (wanted.length > mostAtOnce) throw new RangeError('Too many comments at once.');
    if (wanted.length === 0) return outcome;
    const states = await readStates(
      siteId,
      wanted.map(({ id }) => id),
    );
    const choices = await readChoices(siteId);
    const planned: PlannedChange[] = [];
    for (const { id, version, change } of wanted) {
      const state = states.get(id);
      const deeds = state ? deedsOf(state, change, choices) : [];
      if (!state) outcome.missing.push(id);
      else if (deeds.length === 0) outcome.same.push(id);
      else if (state.version !== version) outcome.stale.push(id);
      else planned.push({ id, version, status: state.status, change: changeOf(deeds), deeds });
    }
    const [first] = planned;
    if (!first) return outcome;
    const audit = auditOf(planned.flatMap(({ deeds }) => deeds));
    if (planned.length === 1) audit.detail = { ...audit.detail, response: first.id };
    const { statements, claims } = changeStatements(connection, {
      ...{ siteId, batch, planned, by, audit },
    });
    const rows = (await writeTogether(statements))[claims] as { response_id: number }[];
    const claimed = new Set(rows.map((row) => row.response_id));
    for (const { id } of planned) (claimed.has(id) ? outcome.changed : outcome.stale).push(id);
    return outcome;
  }

  return {
    ...reads,
    ...createCommentNotes(connection),

    changeComments(siteId, seen, change, by, batch) {
      const wanted = seen.map(({ id, version }) => ({ id, version, change }));
      const auditOf = (deeds: CommentDeed[]) => ({
        action: actionOf(change),
        detail: detailOf(deeds),
      });
      return apply(siteId, wanted, by, auditOf, batch);
    },

    async undoChange(siteId, batch, by, undone) {
      const events = (await reads.listBatch([siteId], batch)).filter(
        ({ actor }) => actor === by.actor,
      );
      const wanted = new Map<number, WantedChange>();
      for (const event of events) {
        const { commentId: id, version } = event;
        const change = wanted.get(id)?.change ?? {};
        wanted.set(id, { id, version, change: takenBack(change, event) });
      }
      const audit = { action: 'comment-changed' as const, detail: { undone: true } };
      return apply(siteId, [...wanted.values()], by, () => audit, undone);
    },
  };
}
