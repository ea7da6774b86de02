/**
 * Starts Google's GoogleSQL engine in its own process and calls it by gRPC. The engine is the
 * reference implementation of GoogleSQL, so it is exact but slow.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

/**
 * A protocol buffer as an object, with field names as in the `.proto` file. 64-bit integers and enum
 * values are strings.
 */
export type Message = Readonly<Record<string, unknown>>;

interface Client {
  waitForReady(deadline: number, then: (error?: Error) => void): void;
  close(): void;
  [method: string]: unknown;
}

interface Grpc {
  loadPackageDefinition(definition: unknown): {
    zetasql: {
      local_service: {
        ZetaSqlLocalService: new (
          address: string,
          credentials: unknown,
          options: Message,
        ) => Client;
      };
    };
  };
  credentials: { createInsecure(): unknown };
}

interface ProtoLoader {
  loadSync(file: string, options: Message): unknown;
}

const READY_MS = 60_000;
const MOST_BYTES = 500_000_000;

export interface Service {
  /** The engine's language options, with all features of BigQuery. */
  readonly language: Message;
  /** Rejects with an Error that has the engine's message. */
  call(method: 'analyze' | 'evaluateQuery', request: Message): Promise<Message>;
  close(): void;
}

export async function openService(): Promise<Service> {
  const require = createRequire(import.meta.url);
  const home = path.dirname(require.resolve('@fivetrandevelopers/zetasql/package.json'));
  const fromThere = createRequire(path.join(home, 'package.json'));
  const grpc = fromThere('@grpc/grpc-js') as Grpc;
  const loader = fromThere('@grpc/proto-loader') as ProtoLoader;
  const port = String(await freePort());
  const server = spawn(path.join(home, 'lib/zetasql/remote_server.so'), ['localhost', port], {
    stdio: 'ignore',
  });
  const definition = loader.loadSync('local_service.proto', {
    includeDirs: [path.join(home, 'lib/zetasql/protos')],
    keepCase: true,
    oneofs: true,
    longs: String,
    enums: String,
  });
  const { ZetaSqlLocalService } = grpc.loadPackageDefinition(definition).zetasql.local_service;
  const client = new ZetaSqlLocalService(`localhost:${port}`, grpc.credentials.createInsecure(), {
    'grpc.max_send_message_length': MOST_BYTES,
    'grpc.max_receive_message_length': MOST_BYTES,
  });
  const call = (method: string, request: Message) => callOf(client, method, request);
  const end = () => server.kill();
  process.once('exit', end);
  const close = () => {
    process.off('exit', end);
    client.close();
    end();
  };
  try {
    await Promise.race([ready(client), died(server)]);
    const language = await call('getLanguageOptions', { maximum_features: true });
    return {
      language: { ...language, product_mode: 'PRODUCT_EXTERNAL', supported_statement_kinds: [] },
      call,
      close,
    };
  } catch (error) {
    close();
    throw error;
  }
}

async function callOf(client: Client, method: string, request: Message): Promise<Message> {
  return new Promise((resolve, reject) => {
    const own = client[method] as (
      this: Client,
      request: Message,
      then: (error: (Error & { details?: string }) | null, answer: Message) => void,
    ) => void;
    own.call(client, request, (error, answer) => {
      if (error) reject(new Error(error.details ?? error.message));
      else resolve(answer);
    });
  });
}

async function ready(client: Client): Promise<void> {
  return new Promise((resolve, reject) => {
    client.waitForReady(Date.now() + READY_MS, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}

async function died(server: ChildProcess): Promise<never> {
  return new Promise((_, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => {
      reject(new Error(`the engine ended by itself (${String(code)})`));
    });
  });
}

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}
