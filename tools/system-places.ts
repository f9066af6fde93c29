import { connect, createServer } from "node:net";

type Log = (line: string, source: "system") => void;

const APP_PORT = 4000;
const SANDBOX_PORT = 4100;
/** The simulators take mail so many ports above their pages, and look at files so many. */
const ABOVE = { mail: 25, scanner: 35 };
const PORTS_TRIED = 20;

/** The ports of the simulators, all on this machine. */
export type SandboxPlaces = { readonly pages: number; readonly mail: number; readonly scanner: number };
/** Without simulators in production. */
export type Places = { readonly port: number; readonly sandbox: SandboxPlaces | null };

export async function choosePlaces(
  { port: wanted, sandboxPort }: { readonly port?: number; readonly sandboxPort?: number },
  env: NodeJS.ProcessEnv,
  log: Log,
): Promise<Places> {
  const host = env.AMANA_HOST || "127.0.0.1";
  const port = await choosePort({ wanted, standard: APP_PORT, host, variable: "AMANA_PORT", log });
  if (env.AMANA_MODE === "production") return { port, sandbox: null };
  const local = { host: "127.0.0.1", log };
  const pages = await choosePort({
    ...{ ...local, wanted: sandboxPort, standard: SANDBOX_PORT, variable: "AMANA_SANDBOX_PORT" },
  });
  const beside = (above: number, variable: string) =>
    choosePort({ ...local, wanted: sandboxPort === 0 ? 0 : undefined, standard: pages + above, variable });
  const mail = await beside(ABOVE.mail, "AMANA_SANDBOX_MAIL_PORT");
  return { port, sandbox: { pages, mail, scanner: await beside(ABOVE.scanner, "AMANA_SANDBOX_SCANNER_PORT") } };
}

export type PortWish = {
  readonly wanted: number | undefined;
  readonly standard: number;
  readonly host: string;
  readonly variable: string;
  readonly log: Log;
};

/** A port that can be listened on: the wanted one or none, else the standard one or the next free one after it. */
export async function choosePort({ wanted, standard, host, variable, log }: PortWish): Promise<number> {
  if (wanted !== undefined) {
    const port = await free(wanted, host);
    if (port === null)
      throw new Error(
        `Port ${wanted} is in use by another program: stop that one, or set ${variable} to another port.`,
      );
    return port;
  }
  for (let candidate = standard; candidate < standard + PORTS_TRIED; candidate += 1) {
    if ((await free(candidate, host)) === null) continue;
    if (candidate !== standard) log(`port ${standard} is in use by another program: taking ${candidate}`, "system");
    return candidate;
  }
  throw new Error(`Ports ${standard} to ${standard + PORTS_TRIED - 1} are in use: set ${variable} to a free one.`);
}

/** The port when it can be listened on, 0 answered with one that can; null when it is taken. */
async function free(port: number, host: string): Promise<number | null> {
  // Some systems let two programs listen, one on the loopback and one on every address.
  if (port !== 0 && (await accepts(port))) return null;
  return await new Promise((found, failed) => {
    const probe = createServer();
    probe.once("error", (error) => ("code" in error && error.code === "EADDRINUSE" ? found(null) : failed(error)));
    probe.listen(port, host, () => {
      const address = probe.address();
      probe.close(() => found(address && typeof address === "object" ? address.port : null));
    });
  });
}

export const accepts = (port: number): Promise<boolean> =>
  new Promise((found) => {
    const socket = connect(port, "127.0.0.1");
    const say = (answer: boolean) => () => {
      socket.destroy();
      found(answer);
    };
    socket.once("connect", say(true)).once("error", say(false));
  });
