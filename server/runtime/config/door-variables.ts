import ipaddr from "ipaddr.js";

/** Who stands before the door, whose pages may knock, and how often. */
export const DOOR_VARIABLES = {
  AMANA_TRUSTED_PROXIES: {
    group: "The application",
    description:
      "The proxies in front of the application, whose X-Forwarded-For is believed. Absent: nobody is believed, and behind a proxy all people seem to come from one network.",
    expects: "addresses and networks like 10.0.0.0/8 divided by commas, or loopback",
    pattern: "^[0-9A-Za-z.:/]+(,[0-9A-Za-z.:/]+)*$",
    example: "10.0.0.0/8",
    accepts: (text: string) => text.split(",").every(isProxy),
  },
  AMANA_CORS_ORIGINS: {
    group: "The application",
    description:
      "Other origins whose pages may call the API from browsers. `+credentials` after one lets its pages send our cookie too: only for pages of your own.",
    expects: "origins like https://shop.example.test or https://shop.example.test+credentials, divided by commas",
    pattern: "^https?://[^\\s,]+(,https?://[^\\s,]+)*$",
    example: "https://shop.example.test",
    accepts: (text: string) => text.split(",").every((entry) => isOrigin(entry.replace(/\+credentials$/, ""))),
  },
  AMANA_RATE_LIMIT_FACTOR: {
    group: "The application",
    description:
      "By how much every rate limit is wider than documented. 0 switches them off, which production refuses.",
    expects: "a number from 0 to 1000 with at most two decimals",
    pattern: "^(0|[1-9]\\d{0,2}|1000)(\\.\\d{1,2})?$",
    default: "1",
  },
  REDIS_URL: {
    group: "Database",
    description:
      "A Redis that counts rate limits for all processes instead of the database. Nothing else is kept there.",
    expects: "redis://user:password@host:port or rediss://…",
    pattern: "^rediss?://[^\\s]+$",
    secret: true,
    example: "rediss://amana:<password>@redis.example.test:6379",
    accepts: (text: string) => URL.canParse(text),
  },
} as const;

const isOrigin = (text: string): boolean => URL.canParse(text) && new URL(text).origin === text;

const PROXY_WORDS = new Set(["loopback", "linklocal", "uniquelocal"]);
const isProxy = (text: string): boolean => PROXY_WORDS.has(text) || ipaddr.isValid(text) || ipaddr.isValidCIDR(text);
