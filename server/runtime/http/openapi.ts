import type { FastifyInstance, FastifySchema } from "fastify";
import { type TSchema, Type } from "typebox";
import { type Components, type JsonSchema, withComponents, withInnerComponents } from "./components.ts";
import { exampleOf } from "./examples.ts";
import { rateClassOf } from "./limits.ts";
import { innermost, type OpenPolicy, type Policy, SCOPES } from "./policy.ts";
import { PROBLEM_MEDIA_TYPE, PROBLEMS, type ProblemCode, problem, problemBody } from "./problems.ts";
import { binaryTypeOf, type Route, takesKey } from "./route.ts";
import { IdOf, InstantJson, oneOf, strict } from "./schemas.ts";

export type DocsOptions = {
  readonly title: string;
  readonly version: string;
  readonly description?: string;
  readonly tags?: readonly { readonly name: string; readonly description: string }[];
};

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(PROBLEMS, code);
const PROBLEM_CODES: readonly ProblemCode[] = Object.keys(PROBLEMS).filter(isProblemCode);

export const ProblemJson = strict(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: oneOf(PROBLEM_CODES),
    canRetry: Type.Boolean({ description: "Whether the very same request may succeed later." }),
    suggestedAction: Type.String(),
    errors: Type.Optional(Type.Array(strict({ field: Type.String(), message: Type.String() }))),
    challenge: Type.Optional(
      strict(
        {
          id: IdOf("stepUp"),
          action: Type.String(),
          by: oneOf(["totp", "email"]),
          expiresAt: InstantJson,
        },
        { description: "With STEP_UP_REQUIRED: what to confirm before the very same request is sent again." },
      ),
    ),
    requestId: Type.String(),
  },
  { $id: "Problem", description: "RFC 9457. Branch on `code`: codes are stable." },
);

/** What Fastify validates and serializes by, and the documentation is drawn from. */
export function fastifySchemaOf(route: Route, components: Components): FastifySchema & JsonSchema {
  const { operationId, params, query, body } = route;
  return {
    operationId,
    summary: route.summary,
    description: [route.description, accessOf(route)].filter(Boolean).join("\n\n"),
    tags: [route.tag],
    security: securityOf(route.policy),
    ...(route.hidden && { hide: true }),
    ...(params && { params: withInnerComponents(params, components, `${operationId} params`) }),
    ...(query && { querystring: withInnerComponents(query, components, `${operationId} query`) }),
    ...(body && { body: withComponents(body, components, `${operationId} body`) }),
    response: sideBySide(repliesOf(route, components), problemsOf(route, components)),
  };
}

/** What @fastify/swagger is registered with. Relative addresses only: the document is the same wherever it is served. */
export function swaggerOptions(docs: DocsOptions, routes: readonly Route[], basePath: string, cookieName: string) {
  const byOperation = new Map(routes.map((route) => [route.operationId, route]));
  return {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: docs.title,
        version: docs.version,
        description: [docs.description, conventions()].filter(Boolean).join("\n\n"),
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: basePath }],
      tags: (docs.tags ?? []).map((tag) => ({ ...tag })),
      components: {
        securitySchemes: {
          bearer: { type: "http" as const, scheme: "bearer", description: BEARER },
          session: { type: "apiKey" as const, in: "cookie" as const, name: cookieName, description: SESSION },
        },
      },
    },
    refResolver: { buildLocalReference: (schema: { $id?: unknown }) => String(schema.$id) },
    transform: ({
      schema,
      url,
      route,
    }: {
      schema: FastifySchema;
      url: string;
      route: { config?: { route?: Route } };
    }) => {
      const known = route.config?.route;
      return { schema: known ? { ...schema, ...headersOf(known), ...fileOf(known) } : { ...schema, hide: true }, url };
    },
    transformObject: (document: object) => withExamples(objectIn(document, "openapiObject"), byOperation),
  };
}

const BEARER = `An API key, a token of a third party, or a session of a program without cookies. What a key or a token may do is limited to the scopes that it was given, of ${SCOPES.map((scope) => `\`${scope}\``).join(", ")}; an operation names the one that it needs, and those that name none are for people alone.`;
const SESSION = "What the web app has after signing in. Unsafe requests with it count only from our own pages.";

/** In words, who may call it and how often. */
function accessOf(route: Route): string {
  const rate = rateClassOf(route);
  return [`**Who:** ${whoIn(innermost(route.policy))}.`, rate && `**Limit:** ${rate}.`].filter(Boolean).join(" ");
}

function whoIn(rule: OpenPolicy): string {
  switch (rule.kind) {
    case "anyone":
      return "anybody";
    case "signed_in":
      return `whoever is signed in${programIn(rule.scope)}`;
    case "staff":
      return `staff with one of the roles ${rule.roles.join(", ")}${programIn(rule.scope)}`;
    case "second_factor_pending":
      return "whoever has shown the password and not yet the second factor";
    case "with_session":
      return "whoever has a session";
    case "with_key":
      return "an outside scheduler with its own key";
    case "signed_by_provider":
      return "a provider, by the signature over its body";
    default:
      return rule satisfies never;
  }
}

const programIn = (scope: string | null): string =>
  scope === null ? "; people alone" : `; programs with the scope \`${scope}\``;

/** The document as it is served and kept: the same text for the same routes. */
export const openApiText = (app: FastifyInstance): string => `${JSON.stringify(app.swagger(), null, 2)}\n`;

function securityOf(policy: Policy): Record<string, string[]>[] {
  const rule = innermost(policy);
  switch (rule.kind) {
    case "anyone":
    case "signed_by_provider":
      return [];
    case "with_key":
      return [{ bearer: [] }];
    case "signed_in":
    case "staff":
      return [{ session: [] }, ...(rule.scope === null ? [] : [{ bearer: [rule.scope] }])];
    case "second_factor_pending":
    case "with_session":
      return [{ session: [] }];
    default:
      return rule satisfies never;
  }
}

function repliesOf(route: Route, components: Components): JsonSchema {
  const replies = Object.entries(route.responses).map(([status, schema]): [string, JsonSchema] => {
    const description = REPLY_TITLES[status] ?? "Done";
    return [
      status,
      isNothing(schema)
        ? { type: "null", description }
        : { description, content: contentOf(route, status, schema, components) },
    ];
  });
  return Object.fromEntries(replies);
}

const REPLY_TITLES: Readonly<Record<string, string>> = {
  200: "OK",
  201: "Made",
  202: "Taken on; it goes on by itself",
  204: "Done",
  302: "Go on at the address in Location",
};

const isNothing = (schema: TSchema): boolean => Reflect.get(schema, "type") === "null";

function contentOf(route: Route, status: string, schema: TSchema, components: Components): JsonSchema {
  const mediaType = binaryTypeOf(schema) ?? "application/json";
  return { [mediaType]: { schema: withComponents(schema, components, `${route.operationId} ${status}`) } };
}

/** The codes of the door itself come before those that the handler declares. */
function codesOf(route: Route): ProblemCode[] {
  const { method, path, policy, problems, stepUp } = route;
  const rule = innermost(policy).kind;
  const isOpen = rule === "anyone" || rule === "signed_by_provider";
  const asksForPeople = rule === "signed_in" || rule === "staff";
  const codes: [boolean, ProblemCode[]][] = [
    // What a route does not name is refused in every address, and some headers may come only once.
    [true, ["VALIDATION_FAILED"]],
    // What is longer than any id is no address.
    [path.includes("/:"), ["NOT_FOUND"]],
    [!isOpen, ["UNAUTHENTICATED"]],
    [asksForPeople || rule === "with_key", ["SECOND_FACTOR_REQUIRED"]],
    [!isOpen && rule !== "with_session", ["ACCOUNT_SUSPENDED"]],
    [asksForPeople, ["INSUFFICIENT_SCOPE"]],
    // A key of the scheduler is no person, and an unsafe request may have come from a page of somebody else.
    [!isOpen || (rule === "anyone" && method !== "GET"), ["FORBIDDEN"]],
    [stepUp !== undefined, ["STEP_UP_REQUIRED", "RATE_LIMITED"]],
    [method !== "GET", ["BODY_TOO_LARGE", "UNSUPPORTED_MEDIA_TYPE"]],
    [takesKey(route), ["IDEMPOTENCY_IN_FLIGHT", "IDEMPOTENCY_KEY_REUSED"]],
    [rateClassOf(route) !== null, ["RATE_LIMITED"]],
    [true, [...problems, "INTERNAL", "DATABASE_UNAVAILABLE"]],
  ];
  return [...new Set(codes.flatMap(([applies, some]) => (applies ? some : [])))];
}

function problemsOf(route: Route, components: Components): JsonSchema {
  const schema = withComponents(ProblemJson, components, "Problem");
  const byStatus = Object.groupBy(codesOf(route), (code) => PROBLEMS[code].status);
  const responses = Object.entries(byStatus).map(([status, codes = []]): [string, JsonSchema] => [
    status,
    {
      description: codes.map((code) => `\`${code}\` ${PROBLEMS[code].title}`).join(" · "),
      content: { [PROBLEM_MEDIA_TYPE]: { schema } },
    },
  ]);
  return Object.fromEntries(responses);
}

/** A status of which a route has an answer of its own, and the door a problem, has both media types. */
function sideBySide(replies: JsonSchema, problems: JsonSchema): JsonSchema {
  const both = Object.keys(replies)
    .filter((status) => Object.hasOwn(problems, status))
    .map((status): [string, JsonSchema] => {
      const [reply, refusal] = [objectIn(replies, status), objectIn(problems, status)];
      const content = { ...objectIn(reply, "content"), ...objectIn(refusal, "content") };
      return [status, { ...refusal, content }];
    });
  return { ...replies, ...problems, ...Object.fromEntries(both) };
}

/** Only for the documentation: the handler reads the bytes itself. */
const fileOf = ({ rawBody }: Route): JsonSchema =>
  typeof rawBody === "string"
    ? { body: { content: { [rawBody]: { schema: { type: "string", contentMediaType: rawBody } } } } }
    : {};

/** Only for the documentation: the door reads these headers itself. */
function headersOf(route: Route): JsonSchema {
  const { stepUp } = route;
  const keyed = takesKey(route);
  if (!keyed && !stepUp) return {};
  const key = {
    type: "string",
    minLength: 1,
    maxLength: 255,
    description: "Repeats of one request carry one key; kept for 24 hours.",
  };
  const challenge = { type: "string", description: "The id of a challenge that was confirmed for this very request." };
  const properties = {
    ...(keyed && { "Idempotency-Key": key }),
    ...(stepUp && { "Amana-Step-Up": challenge }),
  };
  return { headers: { type: "object", properties } };
}

function withExamples(document: object, byOperation: ReadonlyMap<string, Route>): JsonSchema {
  const copy = objectOf(structuredClone(document));
  const components = objectIn(objectIn(copy, "components"), "schemas");
  for (const path of Object.values(objectIn(copy, "paths"))) {
    for (const given of Object.values(objectOf(path))) {
      const operation = objectOf(given);
      const route = byOperation.get(String(operation.operationId));
      if (!route) continue;
      operation["x-problems"] = codesOf(route);
      addExamples(operation, route, components);
    }
  }
  objectOf(components.Problem).examples = [problemBody(problem("NOT_FOUND"), "0199aa00-c0de-7000-a000-000000000042")];
  return sortedComponents(copy);
}

/** Those that the route gives, and made ones for everything else. */
function addExamples(operation: JsonSchema, { example, responses }: Route, components: JsonSchema): void {
  setExample(objectIn(operation, "requestBody"), example?.body, components);
  const [first] = Object.keys(responses);
  for (const status of Object.keys(responses))
    setExample(
      objectIn(objectIn(operation, "responses"), status),
      status === first ? example?.answer : undefined,
      components,
    );
}

function setExample(holder: JsonSchema, given: unknown, components: JsonSchema): void {
  const media = objectIn(objectIn(holder, "content"), "application/json");
  const example = given ?? exampleOf(media.schema, components);
  if (media.schema !== undefined && example !== undefined) media.example = example;
}

function sortedComponents(document: JsonSchema): JsonSchema {
  const components = objectIn(document, "components");
  const schemas = Object.entries(objectIn(components, "schemas")).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...document, components: { ...components, schemas: Object.fromEntries(schemas) } };
}

const isObject = (value: unknown): value is JsonSchema => typeof value === "object" && value !== null;
const objectOf = (value: unknown): JsonSchema => (isObject(value) ? value : {});
const objectIn = (holder: unknown, key: string): JsonSchema => objectOf(objectOf(holder)[key]);

function conventions(): string {
  const lines = PROBLEM_CODES.map((code) => {
    const { status, title, canRetry, suggestedAction } = PROBLEMS[code];
    return `- \`${code}\` (${status}) ${title}. ${suggestedAction}${canRetry ? " The same request may succeed later." : ""}`;
  });
  return ["## Problems", "What is refused is answered as `application/problem+json` (RFC 9457).", "", ...lines].join(
    "\n",
  );
}
