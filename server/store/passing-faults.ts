/** SQLite's words for a disk or a lock that hinders writing. */
const sqliteCodes = /^SQLITE_(BUSY|LOCKED|FULL|IOERR|READONLY|CANTOPEN|NOMEM|PROTOCOL)/;

/**
 * PostgreSQL's SQLSTATE for what passes: the connection is lost (08), the transaction lost
 * against others (40001, 40P01), only reading is allowed while servers change places
 * (25006), disk or memory is full (53), a lock or a statement took too long (55P03, 57014),
 * the server is stopping or starting (57P), its disk failed (58).
 */
const postgresCodes = /^(08...|40001|40P01|25006|53...|55P03|57014|57P..|58...)$/;

/** What the system says when the server of the database cannot be reached. */
const connectionCodes =
  /^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN)$/;

/** What the client of PostgreSQL says of a lost connection, without a code. */
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error)/;

/** Whether a fault of the database passes, so that whoever asked may ask again. */
export function isPassingFault(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  if (!('code' in thrown)) return lostConnection.test(thrown.message);
  const code = String(thrown.code);
  // A socket in a file is not there while its server does not run.
  if (code === 'ENOENT') return 'syscall' in thrown && thrown.syscall === 'connect';
  return [sqliteCodes, postgresCodes, connectionCodes].some((codes) => codes.test(code));
}
