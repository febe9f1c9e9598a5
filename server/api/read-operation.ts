import type { z } from 'zod';
import type { ProblemKind } from '../http/problem.ts';
import type { Scope } from '../store/api-tokens.ts';
import type { SchemaName } from './schemas.ts';

/** A text in both languages of the document. */
export interface Bilingual {
  sv: string;
  en: string;
}

export interface PathParameter {
  description: string;
  example: string;
  pattern: string;
}

/**
 * One way to read something. The route, the document and the page about the API are all
 * made from it, so that they cannot tell different things.
 */
export interface ReadOperation<Query extends z.ZodObject = z.ZodObject> {
  operationId: string;
  /** Below the API's base, such as `/pages/{pageId}`. */
  path: string;
  tag: string;
  summary: Bilingual;
  description: Bilingual;
  /** What a token must allow; absent: anyone may read it. */
  scope?: Scope;
  pathParameters?: Record<string, PathParameter>;
  query: Query;
  answer: {
    description: string;
    schema: SchemaName;
    example: unknown;
    /** The same as a table, where it is given. */
    csv?: string;
    /** Whether it is a part of a longer list. */
    paged?: boolean;
  };
  /** Given as it is to whoever asks: people open it in a browser, from a problem. */
  inOneFormat?: boolean;
  /** The problems it can meet beside those that every reading can meet. */
  problems?: ProblemKind[];
}

/** The problems that every reading can meet. */
export const readProblems: ProblemKind[] = [
  'invalid-parameters',
  'token-in-address',
  'not-acceptable',
  'internal',
  'unavailable',
];

/** The problems that a reading with a token can meet as well. */
export const tokenProblems: ProblemKind[] = ['not-authenticated', 'scope-missing'];
