import { destination, pino, type Logger } from 'pino';

/** How much is logged; each level holds those before it. */
export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/**
 * Tells the operator of a fault of the service's own.
 * @param requestId the `instance` that whoever asked was told, to find the line by
 */
export type Report = (fault: unknown, requestId?: string) => void;

/** What the service writes for its operator: one JSON object a line, on standard error. */
export interface Log {
  fault: Report;
  /** Something that an operator may want to know, such as that the service has started. */
  info: (message: string, facts?: Record<string, string | number>) => void;
  /** A request; undefined unless requests are logged. Never its address, sender or body. */
  request: ((facts: RequestFacts) => void) | undefined;
}

export interface RequestFacts {
  method: string;
  /** The route as it is written in the code, with names for what differs. */
  route: string;
  status: number;
  milliseconds: number;
}

/** Makes the log. Nothing that a visitor sent is ever in it. */
export function createLog(level: LogLevel): Log {
  const logger: Logger = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination({ fd: 2, sync: true }),
  );
  return {
    fault(fault, requestId) {
      logger.error({ requestId, ...describeFault(fault) }, 'The service failed.');
    },
    info(message, facts) {
      logger.info(facts ?? {}, message);
    },
    request: logger.isLevelEnabled('debug')
      ? (facts) => {
          logger.debug(facts, 'A request was answered.');
        }
      : undefined,
  };
}

/** PostgreSQL's five characters for what went wrong; its messages may repeat values. */
const sqlState = /^[0-9A-Z]{5}$/;

function describeFault(fault: unknown): Record<string, string | undefined> {
  if (!(fault instanceof Error)) return { fault: 'Something that is no error was thrown.' };
  const code = 'code' in fault ? String(fault.code) : undefined;
  const message = code !== undefined && sqlState.test(code) ? 'PostgreSQL refused.' : fault.message;
  const stack = fault.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return { fault: message, code, stack: stack?.join('\n') };
}
