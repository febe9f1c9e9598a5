import type { Context, Hono } from 'hono';
import type { z } from 'zod';
import type { Clock } from '../clock.ts';
import { ProblemError } from '../http/problem.ts';
import type { ApiToken } from '../store/api-tokens.ts';
import type { Site, Store } from '../store/store.ts';
import { authenticate } from './authenticate.ts';
import { chooseFormat } from './choose-format.ts';
import { pagingLinks } from './paging-links.ts';
import type { ReadOperation } from './read-operation.ts';
import { answerReading, type Found } from './read-answer.ts';
import { readQuery, refuseTokenInAddress } from './read-query.ts';

export interface Reading<Query> {
  query: Query;
  /** Whether a table is asked for. */
  csv: boolean;
  /** Whether the request itself names a parameter. */
  asks: (parameter: string) => boolean;
  /** A part of the path, by its name in the operation's path. */
  path: (name: string) => string;
}

export interface TokenReading<Query> extends Reading<Query> {
  token: ApiToken;
  /** The site that the token is for. */
  site: Site;
}

export interface ReadServer {
  /** Serves an operation that anyone may use. */
  open: <Query extends z.ZodObject>(
    operation: ReadOperation<Query>,
    read: (reading: Reading<z.output<Query>>) => Promise<Found>,
  ) => void;
  /** Serves an operation to those who have a token with its scope. */
  withToken: <Query extends z.ZodObject>(
    operation: ReadOperation<Query> & Required<Pick<ReadOperation, 'scope'>>,
    read: (reading: TokenReading<z.output<Query>>) => Promise<Found>,
  ) => void;
}

export interface ReadServerDependencies {
  store: Store;
  clock: Clock;
  publicUrl: () => string;
}

/** Makes routes of operations: everything that all readings have in common. */
export function createReadServer(
  app: Hono,
  { store, clock, publicUrl }: ReadServerDependencies,
): ReadServer {
  function addRoute<Query extends z.ZodObject>(
    operation: ReadOperation<Query>,
    read: (context: Context, reading: Reading<z.output<Query>>) => Promise<Found>,
  ) {
    const path = operation.path.replace(/\{(\w+)\}/g, ':$1');
    const tablePath = operation.answer.csv === undefined ? [] : [`${path}.csv`];

    const serve = async (context: Context, isTablePath: boolean) => {
      const address = addressOf(context, publicUrl());
      refuseTokenInAddress(address.searchParams);
      refuseBody(context);
      const format = formatOf(operation, context.req.header('accept'), isTablePath);
      const found = await read(context, {
        query: readQuery(address.searchParams, operation.query),
        csv: format === 'text/csv',
        asks: (parameter) => address.searchParams.has(parameter),
        path: (name) => context.req.param(name) ?? '',
      });
      const links = found.part && pagingLinks(address, found.part, found.part.total);
      return answerReading(context.req.raw, { operation, format, found, links });
    };
    for (const table of tablePath) app.get(table, (context) => serve(context, true));
    app.get(path, (context) => serve(context, false));

    for (const served of [...tablePath, path]) {
      app.options(served, () => new Response(null, { status: 204, headers: allowed(operation) }));
      app.all(served, () => {
        throw new ProblemError('method-not-allowed', 'Only GET and HEAD are allowed here.', {
          headers: { allow: 'GET, HEAD, OPTIONS' },
        });
      });
    }
  }

  return {
    open: (operation, read) => addRoute(operation, (_context, reading) => read(reading)),
    withToken: (operation, read) =>
      addRoute(operation, async (context, reading) => {
        const authorization = context.req.header('authorization');
        const token = await authenticate(store, clock, authorization, operation.scope);
        const site = (await store.listSites()).find(({ id }) => id === token.siteId);
        if (!site) throw new Error('The token is for a site that is not there.');
        return read({ ...reading, token, site });
      }),
  };
}

/** The request's address as browsers reach it: before a proxy it is another than here. */
function addressOf(context: Context, publicUrl: string): URL {
  const { pathname, search } = new URL(context.req.url);
  return new URL(pathname + search, publicUrl);
}

function formatOf(operation: ReadOperation, accept: string | undefined, isTablePath: boolean) {
  // Whoever asks at the table's own address has said it all.
  if (isTablePath) return 'text/csv';
  if (operation.inOneFormat) return 'application/json';
  return operation.answer.csv === undefined
    ? chooseFormat(accept, ['application/json'])
    : chooseFormat(accept, ['application/json', 'text/csv']);
}

function refuseBody({ req }: Context): void {
  const length = req.header('content-length');
  if ((length === undefined || length === '0') && !req.header('transfer-encoding')) return;
  throw new ProblemError('malformed-body', 'A request that reads has no body.');
}

const allowed = ({ scope }: ReadOperation): Record<string, string> => ({
  allow: 'GET, HEAD, OPTIONS',
  ...(!scope && {
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, HEAD',
    'access-control-max-age': '86400',
  }),
});
