/** The HTTP side of the demo: the application's API and the simulators' controls, nothing else. */

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

type Json = Record<string, unknown>;

export function createApi(url: string, simulators: string) {
  const call = async <T>(method: string, address: string, body?: Json, as?: string): Promise<T> => {
    const response = await fetch(address, {
      method,
      headers: {
        ...(body && { "content-type": "application/json" }),
        ...(as && { authorization: `Bearer sandbox-${as}` }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${text}`);
    return (text === "" ? null : JSON.parse(text)) as T;
  };
  const api = `${url}/api/v1`;
  return {
    get: <T>(as: string, path: string) => call<T>("GET", api + path, undefined, as),
    post: <T>(as: string, path: string, body: Json = {}) => call<T>("POST", api + path, body, as),
    order: (as: string, id: string) => call<OrderSeen>("GET", `${api}/orders/${id}`, undefined, as),
    /** Moves the clock; by the time of the answer everything that was due has happened. */
    advance: (duration: string) => call<Json>("POST", `${api}/sandbox/clock`, { advance: duration }),
    control: <T = Json>(path: string, body: Json) => call<T>("POST", `${simulators}/control${path}`, body),
    webhooks: () =>
      call<{ deliveries: { id: string; reference: string; type: string; url: string; body: string }[] }>(
        "GET",
        `${simulators}/control/webhooks`,
      ),
    statement: () => call<{ entries: StatementLine[] }>("GET", `${simulators}/control/cashfree/statement`),
  };
}
