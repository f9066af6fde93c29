import type { Words } from "./words.ts";

/** What one side of a trade does and both are told of, each in words of its own. */
export const TRADE_NEWS = [
  ...(["negotiation_offered", "negotiation_accepted", "negotiation_withdrawn", "negotiation_closed"] as const),
  ...(["agreement_version_signed", "agreement_amendment_proposed", "agreement_amendment_declined"] as const),
  ...(["agreement_amendment_withdrawn", "agreement_amended"] as const),
  ...(["consent_settle_asked", "consent_extend_asked", "consent_reship_asked", "consent_send_back_asked"] as const),
  ...(["consent_accept_ruling_asked", "consent_refused", "consent_withdrawn"] as const),
  "dispute_evidence_added",
] as const;
export type TradeNews = (typeof TRADE_NEWS)[number];

/** The event as it is told: by whom it was. */
export const newsBy = (news: TradeNews, by: "buyer" | "seller"): string => `${news}_by_${by}`;

/** A title, what is said to whoever did it, and to the other one, who is told by whom. */
export type Either = readonly [title: string, did: string, heard: (who: string) => string];

/** The words of each side for all of this, in a language that calls the two so. */
export const eitherWay = (words: Readonly<Record<TradeNews, Either>>, buyer: string, seller: string): Words =>
  Object.fromEntries(
    TRADE_NEWS.flatMap((news) => {
      const [title, did, heard] = words[news];
      return [
        [newsBy(news, "buyer"), { title, buyer: did, seller: heard(buyer) }],
        [newsBy(news, "seller"), { title, buyer: heard(seller), seller: did }],
      ];
    }),
  );
