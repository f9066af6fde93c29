import { describe, expect, test } from "vitest";
import { edgesOf, examine } from "./check.ts";
import { WAITING } from "./deals-for-test.ts";
import { type DeadlineForm, type Exit, type Movement, type Process, RESUME, type StateForm } from "./process.ts";
import { PROCESSES, shippedGoods } from "./processes/index.ts";

const TRAVELLING = ["shipped", "in_transit", "out_for_delivery", "shipped_untracked"];

type Loose<T> = { -readonly [K in keyof T]: T[K] };
type Draft = {
  name: string;
  version: number;
  starts: string[];
  states: Record<string, Loose<StateForm> & { exits: Record<string, Loose<Exit>> }>;
  deadlines: (Loose<DeadlineForm> & { span: string[] })[];
};

/** A copy of the process, in which no two places share an exit, with one fault in it; the types that would forbid the fault are set aside. */
function planted(plant: (draft: Draft) => void, process: Process = shippedGoods): Process {
  const draft = JSON.parse(JSON.stringify(process)) as Draft;
  plant(draft);
  return draft;
}

function state(draft: Draft, name: string): Draft["states"][string] {
  const found = draft.states[name];
  if (!found) throw new Error(`nothing to plant in ${name}`);
  return found;
}

function exit(draft: Draft, from: string, command: string): Loose<Exit> {
  const found = state(draft, from).exits[command];
  if (!found) throw new Error(`nothing to plant in ${from}, ${command}`);
  return found;
}

function deadline(draft: Draft, inside: string): Draft["deadlines"][number] {
  const found = draft.deadlines.find(({ span }) => span.includes(inside));
  if (!found) throw new Error(`no deadline in ${inside}`);
  return found;
}

const without = (inside: string) => (draft: Draft) => {
  draft.deadlines = draft.deadlines.filter(({ span }) => !span.includes(inside));
};

describe("states and targets", () => {
  test.each<[string, (draft: Draft) => void, string[]]>([
    [
      "a target before the payment",
      (d) => {
        exit(d, "payment_pending", "cancel").to = "cancled";
      },
      ["cancled is no state"],
    ],
    [
      "a target with money in escrow",
      (d) => {
        exit(d, "shipped", "in_transit").to = "in_transitt";
      },
      ["in_transitt is no state"],
    ],
    [
      "a target that every object has",
      (d) => {
        exit(d, "shipped", "in_transit").to = "toString";
      },
      ["toString is no state"],
    ],
    [
      "where a deadline leads",
      (d) => {
        deadline(d, "shipped").to = "refundd";
      },
      ["refundd is no state"],
    ],
    ["a state of a span", (d) => void deadline(d, "shipped").span.push("shiped"), ["shiped is no state"]],
    ["a start", (d) => void d.starts.push("begin"), ["begin is no state"]],
  ])("misspelt: %s", (_, plant, faults) => {
    expect(examine(planted(plant))).toEqual(expect.arrayContaining(faults));
  });

  test("one fault is said once, however many ways lead to it", () => {
    const process = planted((draft) => {
      exit(draft, "shipped", "in_transit").to = "nowhere";
      exit(draft, "processing", "ready").to = "nowhere";
    });
    expect(examine(process).filter((fault) => fault === "nowhere is no state")).toHaveLength(1);
  });

  test("a state that no way leads to", () => {
    const process = planted((draft) => {
      draft.states.limbo = { ...state(draft, "delivered") };
      deadline(draft, "delivered").span.push("limbo");
    });
    expect(examine(process)).toEqual(["limbo cannot be reached"]);
  });

  test("a start left out: all that only it leads to", () => {
    const process = planted((draft) => {
      draft.starts = ["payment_pending"];
    });
    expect(examine(process)).toEqual([
      "agreed_payment_pending cannot be reached",
      "signatures_pending cannot be reached",
      "buyer_signature_pending cannot be reached",
      "seller_signature_pending cannot be reached",
    ]);
  });
});

describe("deadlines", () => {
  test("no inspection deadline: the seller of a silent buyer would wait for ever", () => {
    expect(examine(planted(without("delivered")))).toEqual([
      "delivered waits with 0 deadlines",
      "delivered never ends by itself",
    ]);
  });

  test.each(WAITING)("$name without the deadline of $state", ({ process, state }) => {
    expect(examine(planted(without(state), process))).toContain(`${state} waits with 0 deadlines`);
  });

  test.each(WAITING)("$name with $state left out of its span", ({ process, state }) => {
    const leftOut = planted((draft) => {
      const form = deadline(draft, state);
      form.span = form.span.filter((one) => one !== state);
    }, process);
    expect(examine(leftOut)).toContain(`${state} waits with 0 deadlines`);
  });

  test("two deadlines in one state: which of them decides would be chance", () => {
    const process = planted((draft) => void deadline(draft, "delivered").span.push("shipped"));
    expect(examine(process)).toEqual(["shipped waits with 2 deadlines"]);
  });

  test("a deadline on an end", () => {
    const process = planted((draft) => void deadline(draft, "delivered").span.push("completed"));
    expect(examine(process)).toContain("completed is final and has a deadline");
  });

  test("silence that leads round in a circle", () => {
    const process = planted((draft) => {
      const form = deadline(draft, "escrow_locked");
      form.to = "escrow_locked";
      delete form.money;
    });
    expect(examine(process)).toEqual([
      "escrow_locked never ends by itself",
      "order_confirmed never ends by itself",
      "processing never ends by itself",
      "ready_to_ship never ends by itself",
    ]);
  });
});

describe("money", () => {
  test.each<[string, (draft: Draft) => void, string]>([
    [
      "a receipt that pays nobody",
      (d) => void delete exit(d, "delivered", "confirm_receipt").money,
      "completed ends with money in escrow",
    ],
    [
      "an inspection that pays nobody",
      (d) => void delete deadline(d, "delivered").money,
      "completed ends with money in escrow",
    ],
    [
      "a dispatch deadline that pays nobody back",
      (d) => void delete deadline(d, "escrow_locked").money,
      "refunded ends with money in escrow",
    ],
    [
      "a payment that is not booked",
      (d) => void delete exit(d, "payment_pending", "payment_captured").money,
      "escrow_locked: cancel pays out of an empty escrow",
    ],
    [
      "a refund before the payment",
      (d) => {
        exit(d, "payment_pending", "cancel").money = "refund";
      },
      "payment_pending: cancel pays out of an empty escrow",
    ],
    [
      "a release before the payment",
      (d) => {
        exit(d, "payment_pending", "cancel").money = "release";
      },
      "payment_pending: cancel pays out of an empty escrow",
    ],
    [
      "a second payment",
      (d) => {
        exit(d, "escrow_locked", "accept").money = "fund";
      },
      "escrow_locked: accept funds twice",
    ],
  ])("%s", (_, plant, fault) => {
    expect(examine(planted(plant))).toContain(fault);
  });

  test("a refund on the way and another at the end", () => {
    const process = planted((draft) => {
      exit(draft, "shipped", "in_transit").money = "refund";
    });
    expect(examine(process)).toEqual(
      expect.arrayContaining([
        "in_transit: returned pays out of an empty escrow",
        "in_transit: lapse_delivery pays out of an empty escrow",
        "in_transit: confirm_receipt pays out of an empty escrow",
      ]),
    );
  });

  test("a deadline that divides and does not say how", () => {
    const process = planted((draft) => {
      delete deadline(draft, "ruled_split").division;
    });
    expect(examine(process)).toEqual(["ruled_split: lapse_appeal does not say how it divides"]);
  });

  const MOVEMENTS: readonly (Movement | null)[] = [null, "fund", "release", "refund", "settle", "chargeback"];
  const paysOut = (movement: Movement | null): boolean => movement !== null && movement !== "fund";
  const plants = PROCESSES.flatMap((process) =>
    Object.keys(process.states).map((from) => ({
      ...{ process, of: process.name, from },
      wrong: edgesOf(process)
        .filter((edge) => edge.from === from)
        .flatMap(({ name, money }) =>
          MOVEMENTS.filter((one) => one !== money && !(paysOut(one) && paysOut(money))).map((movement) => ({
            ...{ name, movement },
          })),
        ),
    })),
  ).filter(({ wrong }) => wrong.length > 0);

  test.each(plants)("$of: another movement in each exit of $from is seen", ({ process, from, wrong }) => {
    for (const { name, movement } of wrong) {
      const replaced = planted((draft) => {
        const place = name.startsWith("lapse_") ? deadline(draft, from) : exit(draft, from, name);
        delete place.money;
        if (movement) place.money = movement;
      }, process);
      expect({ name, movement, faults: examine(replaced).length > 0 }).toEqual({ name, movement, faults: true });
    }
  });

  test("every state that waits was tried", () => {
    expect(plants.map(({ of, from }) => `${of} ${from}`)).toEqual(WAITING.map(({ name, state }) => `${name} ${state}`));
  });
});

describe("a freeze", () => {
  test.each(PROCESSES)("of $name is gone back from by a won chargeback and a withdrawn dispute alone", (process) => {
    const back = edgesOf(process).filter(({ resumes }) => resumes);
    const into = (states: readonly string[]) =>
      edgesOf(process).filter(({ to, from, resumes }) => states.includes(to) && !states.includes(from) && !resumes);
    expect(new Set(back.map(({ name }) => name))).toEqual(new Set(["chargeback_won", "withdraw"]));
    const won = back.filter(({ name }) => name === "chargeback_won").map(({ to }) => to);
    expect(won).toEqual(into(["chargeback_pending"]).map(({ from }) => from));
    const reopened = back.filter(({ from }) => from === "delivered_disputed").map(({ to }) => to);
    expect(reopened).toEqual(into(["delivered_disputed"]).map(({ from }) => from));
  });

  test("of one kind is not gone back from to where only another kind came from", () => {
    const process = planted((draft) => {
      draft.states.arbitration = { ...structuredClone(state(draft, "chargeback_pending")) };
      state(draft, "delivered").exits.arbitrate = { by: ["buyer"], to: "arbitration", freezes: true };
    });
    const back = edgesOf(process).filter(({ from, resumes }) => from === "arbitration" && resumes);
    expect(back.map(({ to }) => to)).toEqual(["delivered"]);
  });

  test.each<[string, (draft: Draft) => void, string[]]>([
    [
      "is not taken back where nothing was frozen",
      (d) => {
        state(d, "delivered").exits.withdraw = { by: ["buyer"], to: RESUME };
      },
      ["delivered: withdraw has nothing to resume"],
    ],
    [
      "leads to where it can be taken back",
      (d) => {
        exit(d, "shipped", "delivered").freezes = true;
      },
      ["shipped: delivered freezes into delivered, which is not frozen"],
    ],
    [
      "keeps what was suspended",
      (d) => void delete exit(d, "escrow_locked", "dispute").freezes,
      ["escrow_locked: dispute leads into disputed without a freeze"],
    ],
    [
      "is not what time alone brings",
      (d) => {
        const form = deadline(d, "shipped");
        form.to = "delivered_disputed";
        delete form.money;
      },
      TRAVELLING.map((from) => `${from}: lapse_delivery leads into delivered_disputed without a freeze`),
    ],
    [
      "is not forgotten on the way",
      (d) => void delete state(d, "ruled_refund").frozen,
      ["ruled_refund: appeal leads into appealed_refund without a freeze"],
    ],
  ])("%s", (_, plant, faults) => {
    expect(examine(planted(plant))).toEqual(faults);
  });
});

describe("a ruling", () => {
  test.each<[string, (draft: Draft) => void, string[]]>([
    [
      "that is not kept",
      (d) => void delete exit(d, "investigating", "decide_split").rules,
      ["investigating: decide_split leads into ruled_split without a ruling"],
    ],
    [
      "that was another one",
      (d) => {
        exit(d, "ruled_release", "appeal").to = "appealed_split";
      },
      ["appealed_release cannot be reached", "ruled_release: appeal leads into appealed_split without a ruling"],
    ],
    [
      "that nobody has given",
      (d) => {
        deadline(d, "disputed").to = "ruled_split";
      },
      ["disputed: lapse_response leads into ruled_split without a ruling"],
    ],
    [
      "that is carried out by a word alone",
      (d) => {
        exit(d, "shipped", "confirm_receipt").division = "ruling";
      },
      ["escrow_locked: dispatch leads into shipped without a ruling"],
    ],
  ])("%s", (_, plant, faults) => {
    expect(examine(planted(plant))).toEqual(expect.arrayContaining(faults));
  });
});

describe("old news", () => {
  test("that is no command of the process", () => {
    const process = planted((draft) => {
      state(draft, "delivered").oldNews = ["in_transitt"];
    });
    expect(examine(process)).toEqual(["delivered cannot call in_transitt old news"]);
  });

  test("that the state itself still answers", () => {
    const process = planted((draft) => {
      state(draft, "shipped").oldNews = ["delivered"];
    });
    expect(examine(process)).toEqual(["shipped cannot call delivered old news"]);
  });
});
