/** Somebody who has an account at the simulated provider. */
export type Somebody = {
  readonly subject: string;
  readonly name: string;
  readonly email: string;
  readonly verified: boolean;
};

/** The third has the address of a demo person of the marketplace; the fourth has never shown that the address is theirs. */
export const PEOPLE: readonly Somebody[] = [
  { subject: "demo-100", name: "Noor (demo)", email: "noor@people.example.test", verified: true },
  { subject: "demo-200", name: "Ravi (demo)", email: "ravi@people.example.test", verified: true },
  { subject: "demo-300", name: "Asha (demo, elsewhere)", email: "buyer@example.test", verified: true },
  { subject: "demo-400", name: "Unverified (demo)", email: "unverified@people.example.test", verified: false },
];
