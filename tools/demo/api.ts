/** The HTTP side of the demo: the application's API and the simulators' controls, nothing else. */

import { setTimeout as pause } from "node:timers/promises";

export type Money = { readonly amount: number; readonly currency: string };

export type OrderSeen = {
  readonly id: string;
  readonly number: string;
  readonly status: string;
  readonly payment: { readonly id: string } | null;
  readonly shipment: { readonly status: string; readonly trackingNumber: string | null } | null;
  readonly refund: { readonly id: string; readonly status: string } | null;
  readonly payout: { readonly id: string; readonly status: string } | null;
};

export type PostingSeen = {
  readonly kind: string;
  readonly entries: readonly { readonly account: string; readonly amount: Money }[];
};
export type StatementLine = { readonly kind: string; readonly reference: string; readonly amount: number };

export type Api = ReturnType<typeof createApi>;

const SCAN_PAUSE_MS = 100;
const SCAN_TRIES = 600;

type Json = Record<string, unknown>;

type Asked = {
  readonly method: string;
  readonly address: string;
  readonly as?: string | undefined;
  readonly body?: Json | Uint8Array | undefined;
  readonly headers?: Readonly<Record<string, string>>;
};

const sendOf = ({ method, address, as, body, headers }: Asked): Promise<Response> =>
  fetch(address, {
    method,
    headers: {
      ...(body && !(body instanceof Uint8Array) && { "content-type": "application/json" }),
      ...(as && { authorization: `Bearer sandbox-${as}` }),
      ...headers,
    },
    ...(body && { body: body instanceof Uint8Array ? Buffer.from(body) : JSON.stringify(body) }),
  });

export function createApi(url: string, simulators: string) {
  const api = `${url}/api/v1`;
  const call = async <T>(asked: Asked): Promise<T> => {
    const response = await sendOf(asked);
    const text = await response.text();
    if (response.ok) return (text === "" ? null : JSON.parse(text)) as T;
    const challenge = /"code":"STEP_UP_REQUIRED".*"id":"(stp_[0-9a-f]{32})"/.exec(text)?.[1];
    if (!challenge || asked.headers) throw new Error(`${asked.method} ${asked.address}: ${response.status} ${text}`);
    await confirm(challenge, asked.as);
    return await call<T>({ ...asked, headers: { "amana-step-up": challenge } });
  };
  /** With the code that would have come by mail. */
  const confirm = async (challenge: string, as: string | undefined): Promise<void> => {
    const address = `${api}/sandbox/step-up-codes`;
    const { data } = await call<{ data: { challenge: string; code: string }[] }>({ method: "GET", address, as });
    const code = data.find((one) => one.challenge === challenge)?.code ?? "";
    await call({ method: "POST", address: `${api}/auth/step-up/${challenge}`, as, body: { code } });
  };
  const control = <T>(method: string, path: string, body?: Json) =>
    call<T>({ method, address: `${simulators}/control${path}`, body });
  const upload = <T>(as: string, path: string, type: string, body: Uint8Array) =>
    call<T>({ method: "POST", address: api + path, as, body, headers: { "content-type": type } });
  const scanOf = async (as: string, id: string) =>
    (await call<{ scan: string }>({ method: "GET", address: `${api}/files/${id}`, as })).scan;
  return {
    get: <T>(as: string, path: string) => call<T>({ method: "GET", address: api + path, as }),
    post: <T>(as: string, path: string, body: Json = {}) => call<T>({ method: "POST", address: api + path, as, body }),
    upload,
    /** Brings a text file, and waits until it was looked at. */
    async bring(as: string, name: string, purpose: string, text: string): Promise<{ id: string; scan: string }> {
      const path = `/files?${new URLSearchParams({ name, purpose })}`;
      const { id } = await upload<{ id: string }>(as, path, "application/octet-stream", Buffer.from(text));
      for (let tries = 0; tries < SCAN_TRIES; tries += 1) {
        const scan = await scanOf(as, id);
        if (scan !== "waiting") return { id, scan };
        await pause(SCAN_PAUSE_MS);
      }
      throw new Error(`nobody looks at ${name}`);
    },
    order: (as: string, id: string) => call<OrderSeen>({ method: "GET", address: `${api}/orders/${id}`, as }),
    /** Moves the clock; by the time of the answer everything that was due has happened. */
    advance: (duration: string) =>
      call<{ now: string }>({ method: "POST", address: `${api}/sandbox/clock`, body: { advance: duration } }),
    control: <T = Json>(path: string, body: Json) => control<T>("POST", path, body),
    webhooks: () =>
      control<{ deliveries: { id: string; reference: string; type: string; url: string; body: string }[] }>(
        ...(["GET", "/webhooks"] as const),
      ),
    statement: () => control<{ entries: StatementLine[] }>("GET", "/cashfree/statement"),
  };
}
