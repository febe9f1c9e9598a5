import { onTestEnd } from './on-test-end.ts';

/** One request of the element. */
export interface SentRequest {
  url: string;
  options: RequestInit;
  fields: URLSearchParams;
}

/** A request that waits until the test says what becomes of it. */
export interface HeldRequest extends SentRequest {
  /** Lets the service answer with a status. */
  answer: (status: number) => void;
  /** Lets the network fail. */
  fail: () => void;
}

const describeRequest = (input: RequestInfo | URL, options: RequestInit = {}): SentRequest => ({
  url: input instanceof Request ? input.url : String(input),
  options,
  fields: new URLSearchParams(options.body instanceof URLSearchParams ? options.body : ''),
});

function replaceFetch(other: typeof fetch) {
  const usual = fetch;
  window.fetch = other;
  onTestEnd(() => {
    window.fetch = usual;
  });
}

/** Keeps a list of the requests of the page, which go their way, until the test ends. */
export function watchRequests(): SentRequest[] {
  const sent: SentRequest[] = [];
  const usual = fetch;
  replaceFetch((input, options) => {
    sent.push(describeRequest(input, options));
    return usual(input, options);
  });
  return sent;
}

/** Holds every request of the page until the test decides, or ends. */
export function holdRequests(): HeldRequest[] {
  const held: HeldRequest[] = [];
  replaceFetch(
    (input, options) =>
      new Promise((resolve, reject) => {
        held.push({
          ...describeRequest(input, options),
          answer: (status) => {
            resolve(Response.json({}, { status }));
          },
          fail: () => {
            reject(new TypeError('There is no network.'));
          },
        });
        options?.signal?.addEventListener('abort', () => {
          reject(options.signal?.reason as Error);
        });
      }),
  );
  return held;
}

/** Takes the network away, and tells the page so, until the test ends or it is given back. */
export function goOffline(): { comeBack: () => void } {
  const usual = fetch;
  replaceFetch(() => Promise.reject(new TypeError('There is no network.')));
  Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
  const comeBack = () => {
    window.fetch = usual;
    Reflect.deleteProperty(navigator, 'onLine');
  };
  onTestEnd(comeBack);
  return { comeBack };
}
