/**
 * Loaded before the service it makes its database not wait for the disk
 * (`synchronous=NORMAL`): what a loss of power must find out, though no kill can, or it
 * would prove nothing.
 */
import Database from 'better-sqlite3';

const prototype = Database.prototype as {
  pragma: (this: Database.Database, source: string, options?: Database.PragmaOptions) => unknown;
};
const { pragma } = prototype;

prototype.pragma = function (source, options) {
  if (source === 'synchronous = FULL') return pragma.call(this, 'synchronous = NORMAL', options);
  // The service makes sure that it is FULL, which is 2.
  return source === 'synchronous' ? 2 : pragma.call(this, source, options);
};
