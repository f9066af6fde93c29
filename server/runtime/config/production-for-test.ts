/** A configuration that production accepts; nothing in it opens anything. */
export const PRODUCTION: Record<string, string> = {
  AMANA_MODE: "production",
  AMANA_PUBLIC_URL: "https://market.amana-shop.in",
  AMANA_FUND_HOLDER: "A Bank of India, escrow account",
  AMANA_SECRET: "q8Rk2vXw5ZpTn7Lc4BdYf9HsJm3GaEu6",
  AMANA_DATA_KEY: "K0pXb3Zt0q1mWcYvD7sLr9uHnFgJx2AeTi5yQoRwBk4=",
  AMANA_SEAL_KEY: "c3RoaXMgaXMgb25lIG9mIG91ciBzZWFsIGtleXMgMDE=",
  DATABASE_URL: "postgres://amana_app:Zt0q1mWcYvD7sLr9@db.amana-shop.in:5432/amana",
  DATABASE_OWNER_URL: "postgres://amana_owner:uHnFgJx2AeTi5yQo@db.amana-shop.in:5432/amana",
  AMANA_VIRUS_SCANNER: "unix:/run/clamav/clamd.ctl",
  AMANA_SMTP_URL: "smtps://market:7Lc4BdYf9HsJm3Ga@mail.amana-shop.in:465",
  AMANA_MAIL_FROM: "Market <no-reply@amana-shop.in>",
  CASHFREE_CLIENT_ID: "104f9aa8c2",
  CASHFREE_CLIENT_SECRET: "cfsk_ma_prod_7Lc4BdYf9HsJm3GaEu6q8Rk2",
  CASHFREE_PAYOUT_CLIENT_ID: "CF104f9aa8c2",
  CASHFREE_PAYOUT_CLIENT_SECRET: "cfsk_ma_prod_vXw5ZpTn7Lc4BdYf9HsJm3Ga",
  RAPIDSHYP_TOKEN: "f1c0de7Lc4BdYf9HsJm3GaEu6q8Rk2vX",
  RAPIDSHYP_WEBHOOK_TOKEN: "Bearer 9HsJm3GaEu6q8Rk2vXw5ZpTn",
};

/** In place of files: secrets that the sandbox would make and keep. */
export const keep = (_: string, name: string): string => `kept ${name}`;
