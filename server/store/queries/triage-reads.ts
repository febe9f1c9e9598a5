import type { Connection } from '../connection.ts';
import { ofSites } from './of-sites.ts';
import { isOneOf } from './one-of.ts';
import type { CommentEvent, CommentDeed, CommentWork, Triage } from '../triage.ts';

type TriageReads = Pick<
  Triage,
  'findComments' | 'readCommentWork' | 'listCommentEvents' | 'listBatch'
>;

/** What editors have done with comments. All is found by the comments' own numbers. */
export function createTriageReads(connection: Connection): TriageReads {
  const { queries } = connection;
  const events = () =>
    queries
      .selectFrom('comment_event')
      .select(['response_id', 'site_id', 'at', 'actor', 'batch', 'version', 'action', 'detail']);

  return {
    async findComments(siteIds, ids) {
      if (siteIds.length === 0 || ids.length === 0) return [];
      const rows = await queries
        .selectFrom('comment')
        .innerJoin('response', (join) =>
          join
            .onRef('response.site_id', '=', 'comment.site_id')
            .onRef('response.id', '=', 'comment.response_id'),
        )
        .innerJoin('page', (join) =>
          join
            .onRef('page.site_id', '=', 'comment.site_id')
            .onRef('page.id', '=', 'comment.page_id'),
        )
        .where(isOneOf(connection, 'comment.response_id', ids))
        .where(ofSites(connection, 'comment.site_id', siteIds))
        .select(['comment.response_id as id', 'comment.site_id as siteId', 'comment.text'])
        .select(['comment.received', 'response.answer', 'response.suspicion'])
        .select(['response.left_out as leftOut', 'page.id as pageId'])
        .select(['page.address', 'page.title', 'page.language'])
        .orderBy('comment.received', 'desc')
        .orderBy('comment.response_id', 'desc')
        .execute();
      return rows.map(({ pageId, address, title, language, ...row }) => ({
        ...row,
        received: new Date(row.received),
        leftOut: row.leftOut === 1,
        page: { id: pageId, address, title, language },
      }));
    },

    async readCommentWork(comments) {
      const found = new Map<number, CommentWork>(
        comments.map(({ id }) => [id, { status: 'new', assignee: null, tags: [], version: 0 }]),
      );
      if (comments.length === 0) return found;
      const siteIds = [...new Set(comments.map(({ siteId }) => siteId))];
      const ids = [...found.keys()];
      const rows = await queries
        .selectFrom('comment_work')
        .leftJoin('editor', 'editor.id', 'comment_work.assignee_id')
        .where(isOneOf(connection, 'comment_work.response_id', ids))
        .where(ofSites(connection, 'comment_work.site_id', siteIds))
        .select(['comment_work.response_id', 'status', 'version', 'editor.id', 'editor.name'])
        .execute();
      for (const { response_id, status, version, id, name } of rows) {
        const assignee = id === null || name === null ? null : { id, name };
        found.set(response_id, { status, version, assignee, tags: [] });
      }
      const tags = await queries
        .selectFrom('comment_tag')
        .innerJoin('tag', (join) =>
          join
            .onRef('tag.site_id', '=', 'comment_tag.site_id')
            .onRef('tag.id', '=', 'comment_tag.tag_id'),
        )
        .where(isOneOf(connection, 'comment_tag.response_id', ids))
        .where(ofSites(connection, 'comment_tag.site_id', siteIds))
        .select(['comment_tag.response_id', 'tag.id', 'tag.name'])
        .orderBy('tag.position')
        .orderBy('tag.id')
        .execute();
      for (const { response_id, ...tag } of tags) found.get(response_id)?.tags.push(tag);
      return found;
    },

    async listCommentEvents({ id, siteId }) {
      const rows = await events()
        .where('site_id', '=', siteId)
        .where('response_id', '=', id)
        .orderBy('at')
        .orderBy('id')
        .execute();
      return rows.map(readEvent);
    },

    async listBatch(siteIds, batch) {
      if (siteIds.length === 0) return [];
      const rows = await events()
        .where('site_id', 'in', siteIds)
        .where('batch', '=', batch)
        .orderBy('id')
        .execute();
      return rows.map(readEvent);
    },
  };
}

interface EventRow {
  response_id: number;
  site_id: number;
  at: number;
  actor: string;
  batch: string;
  version: number;
  action: string;
  detail: string;
}

/** An event as it is stored, read. */
export const readEvent = ({
  at,
  action,
  detail,
  response_id,
  site_id,
  ...row
}: EventRow): CommentEvent => ({
  ...row,
  commentId: response_id,
  siteId: site_id,
  at: new Date(at),
  deed: { ...(JSON.parse(detail) as object), action } as CommentDeed,
});
