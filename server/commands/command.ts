import type { Config } from '../config.ts';

/** One of the words after `gensvar`, such as `site add`. */
export interface Command {
  name: string;
  /** What follows the name, and what the command does, for the usage text. */
  usage: string;
  /**
   * @param args what was written after the name
   * @throws Error whose message tells the person at the terminal what is wrong
   */
  run: (config: Config, args: string[]) => Promise<void>;
}
