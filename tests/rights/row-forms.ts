/** Whom the door lets in at all. A list names the staff who may; two are for the second factor and for signing out. */
export type Who =
  | "everybody"
  | "people"
  | "half signed in"
  | "any session"
  | "scheduler"
  | "provider"
  | readonly ("support" | "arbiter" | "finance" | "admin")[];

/** What the caller has to do with the thing; `self` where the route is about the caller alone. */
export type Relation =
  | ("buyer" | "seller" | "owner" | "member" | "staff")
  | ("counterparty" | "stranger" | "missing" | "self");
export type Answers = Readonly<Partial<Record<Relation, string>>>;

export type Row = {
  readonly who: Who;
  /** What a key or token must have been given; null: for people alone. */
  readonly scope: string | null;
  readonly answers: Answers;
  /** What the same comes to once it was confirmed with a fresh code; absent: it needs no confirmation. */
  readonly confirmed?: Answers;
  /** What comes of a stranger's id in the body, by the field that holds it. */
  readonly foreign?: Readonly<Record<string, string>>;
  /** What it comes to above the amount up to which one person decides alone. */
  readonly aboveLimit?: Answers;
  /** Whoever is let in reads there by what people can be reached. */
  readonly contacts?: true;
  /** It does not exist in production. */
  readonly sandbox?: true;
};

export const GONE = "404 NOT_FOUND";
export const NOT_YOURS = { counterparty: GONE, stranger: GONE, missing: GONE };
export const FORBIDDEN = "403 FORBIDDEN";
export const ASKED = "403 STEP_UP_REQUIRED";
export const FINANCE = ["finance", "admin"] as const;
export const ADMIN = ["admin"] as const;
export const DESK = ["arbiter", "support", "admin"] as const;

export const mine = (scope: string | null, answer = "200"): Row => ({
  who: "people",
  scope,
  answers: { self: answer },
});
export const order = (scope: string, answers: Answers): Row => ({
  who: "people",
  scope,
  answers: { staff: FORBIDDEN, ...NOT_YOURS, ...answers },
});
/** Something that two people have between them, and that staff do not look into. */
export const between = (scope: string | null, answers: Answers): Row => ({
  ...{ who: "people", scope, answers: { staff: GONE, ...NOT_YOURS, ...answers } },
});
/** Something of one person's: nobody else's, be they of the staff. */
export const own = (scope: string | null, answer: string): Row => ({
  ...{ who: "people", scope, answers: { owner: answer, staff: GONE, ...NOT_YOURS } },
});
/** Something of two people's, and of nobody of the staff. */
export const talk = (answer: string): Row => ({
  ...{ who: "people", scope: null, answers: { buyer: answer, seller: answer, staff: GONE, ...NOT_YOURS } },
});
/** Something of a company's: of its owner and its members, and of nobody who deals with them. */
export const company = (owner: string, member: string): Row => ({
  ...{ who: "people", scope: null, answers: { owner, member, staff: GONE, ...NOT_YOURS } },
});
/** About the caller alone, and only with a fresh code. */
export const confirmed = (answer: string): Row => ({ ...mine(null, ASKED), confirmed: { self: answer } });
/** Everybody whom the door lets in is asked for a code, and nobody learns more before. */
export const afterCode = ({ answers, ...row }: Row): Row => ({
  ...{
    ...row,
    answers: Object.fromEntries(Object.keys(answers).map((relation) => [relation, ASKED])),
    confirmed: answers,
  },
});
export const financeReads = (answers: Answers): Row => ({ who: FINANCE, scope: "staff:read", answers: { ...answers } });
export const financeDoes = (answers: Answers): Row => ({ who: FINANCE, scope: null, answers: { ...answers } });
export const open = (answer: string): Row => ({ who: "everybody", scope: null, answers: { self: answer } });
export const sandbox = (answer: string): Row => ({ ...open(answer), sandbox: true });
/** Between two people, and nobody else's, be they of the staff. */
export const ofTwo = (answers: Answers): Row => ({
  ...{ who: "people", scope: "orders:write", answers: { staff: GONE, ...NOT_YOURS, ...answers } },
});
export const seenOrder = order("orders:read", { buyer: "200", seller: "200", staff: "200" });

export const adminDoes = (answers: Answers): Row => ({
  who: ADMIN,
  scope: null,
  contacts: true,
  answers: { ...answers },
});
