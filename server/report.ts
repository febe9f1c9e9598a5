/**
 * Writes a fault to the standard error stream as one JSON object a line. It
 * tells what broke in the service, never what a visitor sent.
 */
export function reportFault(fault: unknown): void {
  const line = {
    time: new Date().toISOString(),
    level: 'error',
    message: fault instanceof Error ? fault.message : 'A fault that is no error was thrown.',
    code: fault instanceof Error && 'code' in fault ? String(fault.code) : undefined,
    stack: fault instanceof Error ? fault.stack : undefined,
  };
  console.error(JSON.stringify(line));
}
