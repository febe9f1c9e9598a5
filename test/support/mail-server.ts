import { createServer, type Server, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/**
 * How the server behaves. `refuses`: it knows no such reader. `busy`: not now, says it of
 * each reader. `drops`: it closes the connection when it hears of a reader.
 * `drops-after`: it takes the whole mail and closes without a word.
 */
export type Behaviour = 'takes' | 'refuses' | 'busy' | 'drops' | 'drops-after';

/** A mail as a reader's program sees it. */
export interface ReceivedMail extends Email {
  /** Where it was sent to. */
  readers: string[];
  /** A header by its name in small letters. */
  header: (name: string) => string | undefined;
}

/** A real mail server on a free port of this machine. */
export interface MailServer {
  url: string;
  behaviour: Behaviour;
  received: ReceivedMail[];
  /** How many mails it was offered, whether or not it took them. */
  offered: () => number;
  close: () => Promise<void>;
}

/** Steps are so short for a test that it need not wait. */
const hasty = '?connectionTimeout=1000&greetingTimeout=300&socketTimeout=300';

export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedMail[] = [];
  let offered = 0;
  const sockets = new Set<Socket>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onMailFrom(_address, _session, callback) {
      offered += 1;
      callback();
    },
    onRcptTo(_address, _session, callback) {
      if (mail.behaviour === 'drops') {
        for (const socket of sockets) socket.destroy();
        return;
      }
      const reply = mail.behaviour === 'refuses' ? 550 : mail.behaviour === 'busy' ? 451 : 0;
      callback(reply ? Object.assign(new Error('No'), { responseCode: reply }) : null);
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (mail.behaviour === 'drops-after') {
          for (const socket of sockets) socket.destroy();
          return;
        }
        void PostalMime.parse(Buffer.concat(parts)).then((email) => {
          received.push({
            ...email,
            readers: session.envelope.rcptTo.map(({ address }) => address),
            header: (name) => email.headers.find(({ key }) => key === name)?.value,
          });
          callback();
        });
      });
    },
  });
  server.on('error', () => {});
  server.server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.server.address() as AddressInfo;
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}/${hasty}`,
    behaviour: 'takes',
    received,
    offered: () => offered,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
  return mail;
}

/** A server that takes connections and never says a word. */
export async function startSilentServer(): Promise<{ url: string; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}/${hasty}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => {
          resolve();
        });
      }),
  };
}
