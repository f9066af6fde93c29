import { isCurrency } from "@amana/core/money";

const TAX = "[A-Z]{2}=[A-Z][A-Z0-9]{0,9},([0-9]|[1-9]\\d{1,3}|10000),(included|added)";

/** The marketplace's own rules: its share, its limits, what staff may do alone. */
export const MARKETPLACE_VARIABLES = {
  AMANA_FUND_HOLDER: {
    group: "Marketplace",
    description: "Who holds the money while a deal runs; shown to people on every deal.",
    expects: "a name of at most 120 characters",
    pattern: "^\\S[^\\r\\n]{0,119}$",
    default: "Amana sandbox (no real money)",
    production: "required",
    example: "<your licensed escrow agent>",
  },
  AMANA_COMMISSION_BASIS_POINTS: {
    group: "Marketplace",
    description:
      "The marketplace's share of goods and shipping where no published rule says otherwise, in hundredths of a percent. Running deals keep the share that they were agreed with.",
    expects: "a whole number from 0 to 5000",
    pattern: "^([0-9]|[1-9]\\d{1,2}|[1-4]\\d{3}|5000)$",
    default: "300",
  },
  AMANA_COMMISSION_TAX: {
    group: "Marketplace",
    description:
      "The tax that is due on the marketplace's commission: its code and its rate in hundredths of a percent. Absent: none. Running deals keep the one that they were agreed with.",
    expects: "a code and a rate like GST=1800",
    pattern: "^[A-Z][A-Z0-9]{0,9}=([0-9]|[1-9]\\d{1,3}|10000)$",
    example: "GST=1800",
  },
  AMANA_TAXES: {
    group: "Marketplace",
    description:
      "The tax on sales by the country of the seller, who must have a tax number: code, rate in hundredths of a percent, and whether prices contain it (`included`) or it comes on top (`added`). `none`: sales are not taxed.",
    expects: "none, or entries like IN=GST,1800,included, divided by semicolons",
    pattern: `^(none|${TAX}(;${TAX})*)$`,
    default: "IN=GST,1800,included;SA=VAT,1500,included;AE=VAT,500,included",
    accepts: (text: string) =>
      new Set(text.split(";").map((entry) => entry.slice(0, 2))).size === text.split(";").length,
  },
  AMANA_CALENDAR: {
    group: "Marketplace",
    description:
      "Which days count where a window is counted in business days: the working week, and the country whose holidays and clock count. `none`: every day does. Running deals keep what they began with.",
    expects: "none, or sun-thu, mon-fri or mon-sat with IN, SA or AE, like sun-thu,SA",
    pattern: "^(none|(sun-thu|mon-fri|mon-sat),(IN|SA|AE))$",
    default: "none",
  },
  AMANA_ACCOUNT_HOLD_HOURS: {
    group: "Marketplace",
    description:
      "For how long a verified bank account that takes the place of another waits for its first payout; until then the one before is paid to.",
    expects: "a whole number of hours from 0 to 720",
    pattern: "^([0-9]|[1-9]\\d|[1-6]\\d\\d|7[01]\\d|720)$",
    default: "24",
  },
  AMANA_DIGITAL_INSPECTION_HOURS: {
    group: "Marketplace",
    description:
      "For how many hours the buyer of files may look at them before the seller is paid. 0: the order completes as soon as it is paid for, and nobody can dispute it. Running deals keep theirs.",
    expects: "a whole number of hours from 0 to 720",
    pattern: "^([0-9]|[1-9]\\d|[1-6]\\d\\d|7[01]\\d|720)$",
    default: "0",
  },
  AMANA_DOWNLOADS_PER_LICENCE: {
    group: "Marketplace",
    description: "How often each file that was bought can be downloaded, for each licence. Purchases keep theirs.",
    expects: "a whole number from 1 to 1000",
    pattern: "^([1-9]|[1-9]\\d|[1-9]\\d\\d|1000)$",
    default: "20",
  },
  AMANA_DOWNLOAD_DAYS: {
    group: "Marketplace",
    description:
      "For how many days from the order on files that were bought can be downloaded. 0: for ever. Purchases keep theirs.",
    expects: "a whole number of days from 0 to 3650",
    pattern: "^(\\d|[1-9]\\d|[1-9]\\d\\d|[12]\\d\\d\\d|3[0-5]\\d\\d|36[0-4]\\d|3650)$",
    default: "365",
  },
  AMANA_UNMATCHED_REFUND_DAYS: {
    group: "Marketplace",
    description:
      "For how many days money that came in for an unknown order waits for staff before it goes back to whoever paid it. Staff are told after three days, or when it goes back.",
    expects: "a whole number of days from 1 to 90",
    pattern: "^([1-9]|[1-8]\\d|90)$",
    default: "7",
  },
  AMANA_WITHDRAWAL_SMALLEST: {
    group: "Marketplace",
    description: "The least that may be withdrawn from a wallet at once, in minor units.",
    expects: "a whole number from 1 to 999999999",
    pattern: "^[1-9]\\d{0,8}$",
    default: "100",
  },
  AMANA_WITHDRAWAL_PER_DAY: {
    group: "Marketplace",
    description: "The most that one user may withdraw in 24 hours, in minor units. Absent: no limit.",
    expects: "a whole number from 1 to 999999999999",
    pattern: "^[1-9]\\d{0,11}$",
  },
  AMANA_STEP_UP_WITHDRAWAL: {
    group: "Marketplace",
    description:
      "A withdrawal that makes more than this of one user's withdrawals in 24 hours, in minor units, needs a fresh confirmation with a code. 0: every one does.",
    expects: "a whole number from 0 to 999999999999",
    pattern: "^(0|[1-9]\\d{0,11})$",
    default: "500000",
  },
  AMANA_RESERVE_BASIS_POINTS: {
    group: "Marketplace",
    description:
      "The part of each release that is held back against chargebacks, in hundredths of a percent of what the seller receives. Running deals keep the part that they were agreed with.",
    expects: "a whole number from 0 to 5000",
    pattern: "^([0-9]|[1-9]\\d{1,2}|[1-4]\\d{3}|5000)$",
    default: "0",
  },
  AMANA_RESERVE_DAYS: {
    group: "Marketplace",
    description: "For how many days that part is held back.",
    expects: "a whole number from 1 to 365",
    pattern: "^([1-9]|[1-9]\\d|[12]\\d\\d|3[0-5]\\d|36[0-5])$",
    default: "90",
  },
  AMANA_APPROVAL_LIMIT: {
    group: "Marketplace",
    description:
      "Up to which amount, in minor units of whichever currency, one of the staff alone releases, refunds or divides the money of an order or sends unmatched money back. Above it a second person must approve; 0: always.",
    expects: "a whole number of at most twelve digits",
    pattern: "^(0|[1-9]\\d{0,11})$",
    default: "100000",
  },
  AMANA_LISTING_REVIEW: {
    group: "Marketplace",
    description:
      "Whether staff look at a listing before it is for sale: `on`, or `off` and what sellers submit is for sale at once.",
    expects: "on or off",
    pattern: "^(on|off)$",
    default: "on",
  },
  AMANA_MESSAGE_MASKING: {
    group: "Marketplace",
    description:
      "`on` hides mail addresses, telephone numbers, links and bank accounts in messages until money is held between the two who write to each other. What was written is kept, and shown from then on.",
    expects: "on or off",
    pattern: "^(on|off)$",
    default: "on",
  },
  AMANA_CURRENCY: {
    group: "Marketplace",
    description: "The currency of prices. The adapters of this release take INR only.",
    expects: "INR",
    pattern: "^[A-Z]{3,4}$",
    default: "INR",
    accepts: (text: string) => isCurrency(text) && text === "INR",
  },
  AMANA_OWN_BANK: {
    group: "Marketplace",
    description: "The name of your own bank account into which gateways settle, as the ledger calls it: `bank:<name>`.",
    expects: "a short name of lower-case letters, digits and hyphens",
    pattern: "^[a-z][a-z0-9-]{0,30}$",
    default: "own",
  },
  AMANA_TARIFFS: {
    group: "Marketplace",
    description:
      "What each gateway may charge per capture: hundredths of a percent, a fixed part in minor units, tax on both in hundredths of a percent. Without an entry any charge is taken as right.",
    expects: "entries like cashfree=195,300,1800, divided by semicolons",
    pattern: "^[a-z][a-z0-9-]*=\\d{1,4},\\d{1,9},\\d{1,4}(;[a-z][a-z0-9-]*=\\d{1,4},\\d{1,9},\\d{1,4})*$",
    example: "cashfree=195,0,1800",
  },
  AMANA_UNEXPLAINED_LIMIT: {
    group: "Marketplace",
    description:
      "Open differences between gateways' statements and the ledger that are worth more than this, in minor units of one currency, stop payouts in it.",
    expects: "a whole number of at most fifteen digits",
    pattern: "^(0|[1-9]\\d{0,14})$",
    default: "10000",
  },
} as const;
