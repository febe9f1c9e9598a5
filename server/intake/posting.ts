/** A response that was posted, however it reached the service. */
export interface Posting {
  /** Its address, with scheme and host. */
  url: string;
  headers: Pick<Headers, 'get'>;
  /** The address at the other end of the connection; it is forgotten with the posting. */
  peer: string | undefined;
  /**
   * Reads the body as text.
   * @throws ProblemError when it is too large or not UTF-8
   */
  readBody: () => Promise<string>;
}

/** What whoever posted is told. */
export interface Reply {
  status: number;
  /** By their names, in lower case. */
  headers: Record<string, string>;
  body: string | null;
}

/** A reply made by whoever makes pages and problems for the whole service. */
export const replyFrom = async (response: Response): Promise<Reply> => ({
  status: response.status,
  headers: Object.fromEntries(response.headers),
  body: response.body === null ? null : await response.text(),
});
