import { CHAINS } from "@amana/core/seal";
import { Type } from "typebox";
import type { Database } from "#runtime/database";
import { anyone, defineRoute, type Route, ref, reply, strict } from "#runtime/http";
import { publicKeyPem } from "./keys.ts";
import { HeadJson, SealKeyJson } from "./schemas.ts";
import { keysWithBlocks, newestHead } from "./store.ts";

/** What an outsider needs to hold us to what was sealed: nothing in it is secret, and none of it is about anybody. */
export const sealRoutes = (db: Database): Route[] => [
  defineRoute({
    method: "GET",
    path: "/seals",
    operationId: "readSeals",
    summary: "The keys that the ledger is sealed with, and the newest signed block of each chain",
    description:
      "Keep what it answers, and ask again later: a block that is kept cannot be changed afterwards without being seen. docs/reference/ledger-seal.md says how to check it.",
    tag: "seals",
    policy: anyone(),
    responses: { 200: strict({ keys: Type.Array(ref(SealKeyJson)), heads: Type.Array(ref(HeadJson)) }) },
    problems: [],
    async handle() {
      return await db.transaction(
        async (tx) => {
          const keys = await keysWithBlocks(tx);
          const heads = [];
          for (const chain of CHAINS) heads.push(...(await newestHead(tx, chain)));
          return reply(200, {
            keys: keys.map((key) => ({ ...key, algorithm: "Ed25519" as const, pem: publicKeyPem(key.publicKey) })),
            heads,
          });
        },
        { isolation: "repeatable read" },
      );
    },
  }),
];
