/** The eight ways in which a statement can be made wrong. */
export const DAMAGES = [
  "missing_line",
  "extra_line",
  "amount",
  "currency",
  "fee",
  "date",
  "duplicate_line",
  "unknown_reference",
] as const;

export type Damage = {
  readonly kind: (typeof DAMAGES)[number];
  /** The order, refund or event whose line is damaged; the latest line when absent. */
  readonly reference: string | null;
};

/** How statements are drawn up. Without fees and settlements until somebody asks for them. */
export type ReconSettings = {
  /** Charged per capture: hundredths of a percent, and whole paise. */
  feeBasisPoints: number;
  feePaise: number;
  /** On the fee. */
  taxBasisPoints: number;
  /** The captures and refunds of an Indian day are paid out to the bank so long after its end; null: never. */
  settleAfterMs: number | null;
  damages: Damage[];
};

export const NO_FEES: Readonly<ReconSettings> = {
  feeBasisPoints: 0,
  feePaise: 0,
  taxBasisPoints: 0,
  settleAfterMs: null,
  damages: [],
};
