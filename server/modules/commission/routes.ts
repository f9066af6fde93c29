import { defaultRule, STANDARD_LEVEL } from "@amana/core/pricing";
import { Type } from "typebox";
import { readUser } from "#modules/identity";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantFrom,
  invalid,
  line,
  list,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  staff,
  staffOrProgram,
  strict,
} from "#runtime/http";
import { saleIn, wholeTermsJson } from "./asked-sale.ts";
import { giveLevel, type PublishRefusal, publishRules } from "./publish.ts";
import {
  RuleJson,
  RuleSetJson,
  RulesJson,
  ruleFrom,
  ruleJson,
  ruleSetJson,
  SaleJson,
  Slug,
  TermsJson,
} from "./schemas.ts";
import { currentRules, levelOf, ruleSets } from "./store.ts";
import { type Conditions, NO_RULES, priced, termsOfSale } from "./terms.ts";

export type CommissionParts = Conditions & { readonly db: Database };

const Reason = line({ maxLength: 300, description: "Why: kept in the audit log." });

/** Rules for staff, levels of sellers, and what a sale would come to for whoever sells. */
export const commissionRoutes = (parts: CommissionParts): Route[] => [
  versions(parts),
  publish(parts),
  tryRules(parts),
  preview(parts),
  readLevel(parts),
  changeLevel(parts),
];

const versions = ({ db, policy }: CommissionParts): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/commission-rules",
    operationId: "listCommissionRules",
    summary: "Every published version, the newest first; the newest counts",
    description: "`otherwise` is what is configured, for sales to which no rule applies.",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    query: strict(PAGE),
    responses: { 200: strict({ ...list(ref(RuleSetJson)).properties, otherwise: ref(RuleJson) }) },
    problems: [],
    async handle({ query }) {
      const asked = pageAsked(Type.Tuple([Type.Integer()]), query);
      if ("kind" in asked) return asked;
      const found = await ruleSets(db, asked.after?.[0] ?? null, asked.rows);
      const { page, nextCursor } = asked.cut(found, ({ version }) => [version]);
      const otherwise = ruleJson(defaultRule(policy.commissionBasisPoints));
      return reply(200, { data: page.map(ruleSetJson), nextCursor, otherwise });
    },
  });

const publish = ({ db }: CommissionParts): Route =>
  defineRoute({
    method: "POST",
    path: "/admin/commission-rules",
    operationId: "publishCommissionRules",
    summary: "Publish rules as the next version: they count for every new sale from now on",
    description: "Needs a fresh confirmation. Orders keep the terms that they were placed at.",
    tag: "finance",
    policy: staff("finance", "admin"),
    stepUp: async () => ({ action: "commission_rules.publish" }),
    body: strict({
      basedOn: Type.Integer({
        minimum: 0,
        maximum: 1_000_000,
        description: "The version that was looked at; 0 for none.",
      }),
      rules: RulesJson,
      reason: Reason,
    }),
    responses: { 201: ref(RuleSetJson) },
    problems: ["VERSION_CONFLICT"],
    async handle({ body: { basedOn, rules, reason }, principal, now, origin }) {
      const by = { user: principal.id, origin, reason };
      const published = await publishRules(db, by, { basedOn, rules: rules.map(ruleFrom) }, now);
      return published.ok ? reply(201, ruleSetJson(published.value)) : problemOfPublishing(published.error);
    },
  });

const problemOfPublishing = (refusal: PublishRefusal) =>
  refusal.kind === "faulty"
    ? invalid(`rules.${refusal.rule}`, refusal.fault.replaceAll("_", " "))
    : problem("VERSION_CONFLICT", "Another version was published meanwhile.");

const tryRules = ({ db, policy }: CommissionParts): Route =>
  defineRoute({
    method: "POST",
    path: "/admin/commission-rules/preview",
    operationId: "previewCommissionRules",
    summary: "What a sale would come to by these rules, or by those that count; nothing is kept",
    description: "Without the taxes of a seller's country.",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    body: strict({
      rules: Type.Optional(RulesJson),
      sale: strict({
        ...SaleJson.properties,
        sellerLevel: Type.Optional(Slug),
        at: Type.Optional(InstantJson),
      }),
    }),
    responses: { 200: ref(TermsJson) },
    problems: [],
    async handle({ body: { rules, sale: given }, now }) {
      const { sellerLevel = STANDARD_LEVEL, at, ...sale } = given;
      const asked = saleIn(sale);
      if ("kind" in asked) return asked;
      const wanted = rules ? { version: 0, rules: rules.map(ruleFrom) } : ((await currentRules(db)) ?? NO_RULES);
      const when = at === undefined ? now : instantFrom(at);
      return reply(200, wholeTermsJson(priced({ ...asked, sellerLevel }, wanted, policy, null, when)));
    },
  });

const preview = ({ db, ...conditions }: CommissionParts): Route =>
  defineRoute({
    method: "POST",
    path: "/commission/preview",
    operationId: "previewCommission",
    summary: "What I would get of a sale at this price, and what the buyer would pay",
    tag: "seller",
    policy: signedIn("orders:read"),
    body: SaleJson,
    responses: { 200: ref(TermsJson) },
    problems: [],
    async handle({ body, principal, now }) {
      const sale = saleIn(body);
      if ("kind" in sale) return sale;
      return reply(200, wholeTermsJson(await termsOfSale(db, { ...sale, seller: principal.id }, conditions, now)));
    },
  });

const OfUser = strict({ id: IdOf("user") });
const LevelJson = strict({ userId: IdOf("user"), level: Slug }, { $id: "SellerLevel" });

const readLevel = ({ db }: CommissionParts): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/users/:id/seller-level",
    operationId: "getSellerLevel",
    summary: "The level of a seller, which rules of commission look at",
    tag: "people",
    policy: staff("support", "finance", "admin"),
    params: OfUser,
    responses: { 200: ref(LevelJson) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id } }) {
      return (await readUser(db, id)) ? reply(200, { userId: id, level: await levelOf(db, id) }) : problem("NOT_FOUND");
    },
  });

const changeLevel = ({ db }: CommissionParts): Route =>
  defineRoute({
    method: "PUT",
    path: "/admin/users/:id/seller-level",
    operationId: "setSellerLevel",
    summary: "Give a seller a level, with a reason that is kept",
    description: "Counts for every new sale. Nobody gives a level to oneself or to a colleague.",
    tag: "people",
    policy: staff("finance", "admin"),
    params: OfUser,
    body: strict({ level: Slug, reason: Reason }),
    responses: { 200: ref(LevelJson) },
    problems: ["NOT_FOUND", "FORBIDDEN"],
    async handle({ params: { id }, body: { level, reason }, principal, now, origin }) {
      const given = await giveLevel(db, { user: principal.id, origin, reason }, { seller: id, level }, now);
      if (given.ok) return reply(200, { userId: id, level: given.value });
      return given.error === "no_such_user"
        ? problem("NOT_FOUND")
        : problem("FORBIDDEN", "Nobody does this for oneself or a colleague.");
    },
  });
