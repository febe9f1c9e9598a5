/**
 * Tells the other instances that work on the same database. Nothing of it is stored: who
 * does not listen at the time never hears it.
 */
export interface Broadcast {
  /** Sends messages to the others. What cannot be sent is lost, and nobody waits for it. */
  send: (messages: string[]) => void;
  /**
   * Hands over what the others send from now on.
   * @returns fulfilled when it listens, or could not and goes on trying
   */
  listen: (onMessage: (message: string) => void) => Promise<void>;
}

/** The most bytes of one message. */
export const mostMessageBytes = 7500;
