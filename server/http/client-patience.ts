/** How long a client may take, in milliseconds. Who takes longer gets 408 and is let go. */
export interface ClientPatience {
  /** From the connection to the last header. */
  headersTimeout: number;
  /** From the connection to the end of the body. */
  requestTimeout: number;
  /** How often it is looked for those who take too long. */
  connectionsCheckingInterval: number;
}

/** A visitor on a train is not cut off; one that drips bytes to hold connections is. */
export const clientPatience: ClientPatience = {
  headersTimeout: 15_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5000,
};
