import { Client } from 'pg';
import { separateWords, wordsOf } from '../../server/store/postgres/comment-words.ts';
import { countComments } from './count-comments.ts';
import type { GeneratedCounts, RowSink } from './generate-responses.ts';

/** A database that generated rows are written into. */
export interface PostgresSink extends RowSink {
  end: () => Promise<void>;
}

/** Types of the columns that come as arrays, one value a row. */
type Column = [name: string, type: string, values: unknown[]];

/**
 * Writes generated rows into the tables of a PostgreSQL database that a store has made,
 * thousands a statement and without checking that they fit together.
 */
export async function createPostgresSink(url: string): Promise<PostgresSink> {
  const client = new Client({ connectionString: url, options: '-c synchronous_commit=off' });
  await client.connect();
  await client.query('set session_replication_role = replica');

  async function insert(table: string, columns: Column[], select?: string): Promise<void> {
    const names = columns.map(([name]) => `"${name}"`).join(', ');
    const input = columns.map(([, type], place) => `$${place + 1}::${type}[]`).join(', ');
    await client.query(
      `insert into ${table} select ${select ?? names} from unnest(${input}) as input (${names})`,
      columns.map(([, , values]) => values),
    );
  }

  const countColumns = (rows: GeneratedCounts[]): Column[] =>
    ['yes', 'no', 'partly', 'comments', 'left_out'].map((name, place) => [
      name,
      'int',
      rows.map(({ counts }) => counts[place]),
    ]);

  async function insertCounts(
    table: string,
    key: ('siteId' | 'pageId' | 'day')[],
    rows: GeneratedCounts[],
  ) {
    const columns: Record<(typeof key)[number], [name: string, type: string]> = {
      siteId: ['site_id', 'bigint'],
      pageId: ['page_id', 'bigint'],
      day: ['day', 'text'],
    };
    await insert(
      `${table} (${key.map((name) => columns[name][0]).join(', ')}, writer, yes, no, partly, comments, left_out)`,
      [
        ...key.map((name): Column => [...columns[name], rows.map((row) => row[name])]),
        ...countColumns(rows),
      ],
      `${key.map((name) => columns[name][0]).join(', ')}, 1, yes, no, partly, comments, left_out`,
    );
  }

  return {
    async addResponses(rows) {
      await insert(
        `response (id, site_id, page_id, day, received, answer, rating, commented, left_out,
           suspicion, survey, page_language, widget_language)`,
        [
          ['id', 'bigint', rows.map(({ id }) => id)],
          ['site', 'bigint', rows.map(({ siteId }) => siteId)],
          ['page', 'bigint', rows.map(({ pageId }) => pageId)],
          ['day', 'text', rows.map(({ day }) => day)],
          ['received', 'bigint', rows.map(({ received }) => received)],
          ['answer', 'text', rows.map(({ answer }) => answer)],
          ['rating', 'int', rows.map(({ rating }) => rating)],
          ['commented', 'int', rows.map(({ comment }) => (comment === null ? 0 : 1))],
          ['left_out', 'int', rows.map(({ leftOut }) => (leftOut ? 1 : 0))],
        ],
        `id, site, page, day, received, answer, rating, commented, left_out,
         case when left_out = 1 then 'rate' end, 'page', 'sv', 'sv'`,
      );
      const commented = rows.flatMap(({ comment, ...row }) =>
        comment === null ? [] : [{ ...row, text: comment.text, ...separateWords(comment.text) }],
      );
      const id: Column = ['id', 'bigint', commented.map((row) => row.id)];
      const site: Column = ['site', 'bigint', commented.map(({ siteId }) => siteId)];
      await insert('comment (response_id, site_id, page_id, received, text)', [
        id,
        site,
        ['page', 'bigint', commented.map(({ pageId }) => pageId)],
        ['received', 'bigint', commented.map(({ received }) => received)],
        ['text', 'text', commented.map(({ text }) => text)],
      ]);
      await insert(
        'comment_words (response_id, site_id, words)',
        [
          id,
          site,
          ['exact', 'text', commented.map(({ exact }) => exact)],
          ['folded', 'text', commented.map(({ folded }) => folded)],
        ],
        `id, site, ${wordsOf('exact', 'folded', 'site')}`,
      );
    },
    async addDay(ofPages, ofSites) {
      await insertCounts('page_day', ['siteId', 'pageId', 'day'], ofPages);
      await insertCounts('site_day_page', ['siteId', 'day', 'pageId'], ofPages);
      await insertCounts('site_day', ['siteId', 'day'], ofSites);
    },
    async addPages(pages, totals) {
      await insert(
        'page (id, site_id, address, title, last_received, language)',
        [
          ['id', 'bigint', pages.map(({ id }) => id)],
          ['site', 'bigint', pages.map(({ siteId }) => siteId)],
          ['address', 'text', pages.map(({ address }) => address)],
          ['title', 'text', pages.map(({ title }) => title)],
          ['received', 'bigint', pages.map(({ lastReceived }) => lastReceived)],
        ],
        `id, site, address, title, received, 'sv'`,
      );
      await insertCounts('page_total', ['siteId', 'pageId'], totals);
    },
    async end() {
      for (const statement of countComments) await client.query(statement);
      await client.query('vacuum analyze');
      await client.end();
    },
  };
}
