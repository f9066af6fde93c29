export type GuideText = {
  readonly title: string;
  readonly lead: string;
  readonly sections: readonly { readonly title: string; readonly text: readonly string[] }[];
};

export const TOPICS = ["buyer", "seller", "operator"] as const;
export type Topic = (typeof TOPICS)[number];
