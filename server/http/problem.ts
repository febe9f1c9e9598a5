import type { FieldFault, Problem } from '../contract/problem-schema.ts';

/** Every kind of problem the service tells of, by the last part of its `type`. */
export const problemKinds = {
  'malformed-body': { status: 400, title: 'The body cannot be read' },
  'invalid-parameters': { status: 400, title: 'One or more parameters are at fault' },
  'token-in-address': { status: 400, title: 'A token does not belong in an address' },
  'not-authenticated': { status: 401, title: 'A valid token is needed' },
  'scope-missing': { status: 403, title: 'The token does not have the scope that is needed' },
  'origin-not-allowed': { status: 403, title: 'The origin may not answer for this site' },
  'prompt-off': { status: 403, title: 'No answers are taken about this page' },
  'not-found': { status: 404, title: 'There is nothing at this address' },
  'method-not-allowed': { status: 405, title: 'The method is not allowed here' },
  'not-acceptable': { status: 406, title: 'No format that is accepted can be given' },
  'too-late': { status: 409, title: 'The response can no longer be amended' },
  'key-in-use': { status: 409, title: 'The id belongs to a response on another page' },
  'body-too-large': { status: 413, title: 'The body is too large' },
  'unsupported-media-type': { status: 415, title: 'The content type is not supported' },
  'invalid-fields': { status: 422, title: 'One or more fields are at fault' },
  'personal-data': { status: 422, title: 'The comment seems to contain personal data' },
  'unknown-site': { status: 422, title: 'The page does not belong to a registered site' },
  internal: { status: 500, title: 'The service failed' },
  unavailable: { status: 503, title: 'The service is not available just now' },
} as const;

export type ProblemKind = keyof typeof problemKinds;

/** Thrown anywhere in a request; answered in one place, as RFC 9457 tells or as a page. */
export class ProblemError extends Error {
  readonly kind: ProblemKind;
  readonly faults: FieldFault[];
  readonly headers: Record<string, string>;
  /** Names this occurrence to the client and in the log; it is random and tells nothing else. */
  readonly instance = `urn:uuid:${crypto.randomUUID()}`;

  /**
   * @param kind which problem it is
   * @param detail what went wrong this time, for the reader of the answer; never a value received
   */
  constructor(
    kind: ProblemKind,
    detail: string,
    more: { faults?: FieldFault[]; headers?: Record<string, string>; cause?: unknown } = {},
  ) {
    super(detail, { cause: more.cause });
    this.name = 'ProblemError';
    this.kind = kind;
    this.faults = more.faults ?? [];
    this.headers = more.headers ?? {};
  }

  get status() {
    return problemKinds[this.kind].status;
  }
}

/** The problem as it crosses the wire. */
function describeProblem(error: ProblemError, basePath: string): Problem {
  const { status, title } = problemKinds[error.kind];
  return {
    type: `${basePath}/feedback/v1/problems/${error.kind}`,
    title,
    status,
    detail: error.message,
    instance: error.instance,
    ...(error.faults.length > 0 && { errors: error.faults }),
  };
}

/** Answers a problem as `application/problem+json`. */
export function problemResponse(error: ProblemError, basePath: string): Response {
  return new Response(JSON.stringify(describeProblem(error, basePath)), {
    status: error.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...error.headers,
    },
  });
}
