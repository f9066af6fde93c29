import { mkdirSync, readFileSync } from "node:fs";
import { open, rename } from "node:fs/promises";
import { join } from "node:path";
import type { ReconSettings } from "./cashfree/recon-records.ts";
import type {
  Beneficiary,
  Dispute,
  Order,
  Payment,
  Refund,
  Simulation,
  StoredAnswer,
  Transfer,
} from "./cashfree/records.ts";
import { DEFAULT_LATENCY, type Latency } from "./options.ts";
import type { PickupLocation, Shipment, ShippingOrder } from "./rapidshyp/records.ts";
import type { Delivery, Fault, ReceivedMail, StatementEntry, WebhookMode } from "./records.ts";

export type TimerWork =
  | { readonly kind: "order_expiry"; readonly orderId: string }
  | { readonly kind: "refund_completes"; readonly refundId: string }
  | { readonly kind: "transfer_step"; readonly transferId: string }
  | { readonly kind: "webhook_attempt"; readonly deliveryId: string };

/** Work due at a simulated instant (epoch milliseconds); `order` breaks ties by age. */
export type Timer = { readonly at: number; readonly order: number; readonly work: TimerWork };

export type State = {
  offsetMs: number;
  sequence: number;
  latency: Latency;
  timers: Timer[];
  orders: Map<string, Order>;
  payments: Map<string, Payment>;
  refunds: Map<string, Refund>;
  disputes: Map<string, Dispute>;
  simulations: Map<string, Simulation>;
  idempotency: Map<string, StoredAnswer>;
  beneficiaries: Map<string, Beneficiary>;
  transfers: Map<string, Transfer>;
  transferPlans: Transfer["plan"][];
  shippingOrders: Map<string, ShippingOrder>;
  shipments: Map<string, Shipment>;
  pickupLocations: Map<string, PickupLocation>;
  statement: StatementEntry[];
  deliveries: Map<string, Delivery>;
  webhookModes: { cashfree: WebhookMode; rapidshyp: WebhookMode };
  faults: Fault[];
  /** The latest, oldest first. */
  mails: ReceivedMail[];
  /** Absent until somebody asks for fees, settlements or damage. */
  recon?: ReconSettings;
};

export type Store = {
  readonly state: State;
  /** The next number of the one sequence that every id of the simulator is made from. */
  next(): number;
  /** Says that the state changed; the change is durable once `settled` resolves. */
  touch(): void;
  /** Resolves when everything touched so far is on disk. */
  settled(): Promise<void>;
};

/** Opens the state kept in `dataDir`, or a new one. Each write replaces the file as a whole, after an fsync. */
export function openStore(dataDir: string, latency: Partial<Latency> = {}): Store {
  mkdirSync(dataDir, { recursive: true });
  const file = join(dataDir, "sandbox.json");
  const state = load(file) ?? emptyState({ ...DEFAULT_LATENCY, ...latency });
  let touched = 0;
  let durable = 0;
  let writing: Promise<void> | undefined;

  const writeNow = async () => {
    const version = touched;
    await replaceFile(dataDir, file, encode(state));
    durable = version;
  };
  return {
    state,
    next: () => {
      state.sequence += 1;
      return state.sequence;
    },
    touch: () => {
      touched += 1;
    },
    settled: async () => {
      const wanted = touched;
      while (durable < wanted) {
        writing ??= writeNow().finally(() => {
          writing = undefined;
        });
        await writing;
      }
    },
  };
}

function emptyState(latency: Latency): State {
  return {
    offsetMs: 0,
    sequence: 0,
    latency,
    timers: [],
    orders: new Map(),
    payments: new Map(),
    refunds: new Map(),
    disputes: new Map(),
    simulations: new Map(),
    idempotency: new Map(),
    beneficiaries: new Map(),
    transfers: new Map(),
    transferPlans: [],
    shippingOrders: new Map(),
    shipments: new Map(),
    pickupLocations: new Map(),
    statement: [],
    deliveries: new Map(),
    webhookModes: { cashfree: { mode: "normal" }, rapidshyp: { mode: "normal" } },
    faults: [],
    mails: [],
  };
}

function load(file: string): State | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  return { ...emptyState(DEFAULT_LATENCY), ...decode(text) };
}

/** Maps are kept as `{"$map": [[key, value], …]}`, so that a key such as `__proto__` stays a key. */
const encode = (state: State): string =>
  JSON.stringify(state, (_key, value: unknown) => (value instanceof Map ? { $map: [...value] } : value));

const decode = (text: string): State =>
  JSON.parse(text, (_key, value: { $map?: [unknown, unknown][] } | null) =>
    value !== null && typeof value === "object" && Array.isArray(value.$map) ? new Map(value.$map) : value,
  );

async function replaceFile(dataDir: string, file: string, text: string): Promise<void> {
  const draft = `${file}.draft`;
  const handle = await open(draft, "w");
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
  const folder = await open(dataDir, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
