import { DELIVERED_TO } from "../belongings.ts";

type Named<Name extends string> = Readonly<Record<Name, string>>;

/** How what two people have between them is named. */
const ofTwo = { of: "order" } as const;
export const byTalk = { ...ofTwo, params: ({ negotiation }: Named<"negotiation">) => ({ id: negotiation }) };
export const byAgreement = { ...ofTwo, params: ({ agreement }: Named<"agreement">) => ({ id: agreement }) };
export const byPaidAgreement = {
  ...ofTwo,
  params: ({ paidAgreement }: Named<"paidAgreement">) => ({ id: paidAgreement }),
};
export const byAmendment = {
  ...ofTwo,
  params: ({ agreement, amendment }: Named<"agreement" | "amendment">) => ({ id: agreement, amendment }),
  body: () => ({}),
};
export const byOrderWish = {
  ...byAgreement,
  body: ({ quote }: Named<"quote">) => ({ shippingAddress: DELIVERED_TO, quoteId: quote, courier: "road" }),
};
