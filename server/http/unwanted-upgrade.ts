import type { IncomingMessage } from 'node:http';

/**
 * Lets go of who asks for another protocol, which is never spoken here, and sends a body that
 * breaks off: Node tells nobody of a fault in such a body, so that it would be waited for.
 */
export function letGoOfUpgrade(incoming: IncomingMessage): void {
  if (incoming.headers.upgrade === undefined) return;
  const { socket } = incoming;
  const letGo = () => {
    if (!incoming.complete) socket.destroy();
  };
  socket.once('end', letGo);
  incoming.once('close', () => socket.off('end', letGo));
}
