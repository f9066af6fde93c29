import { data } from "react-router";
import { textsIn } from "../api/attempt.ts";
import { unreadable } from "../api/problem.ts";
import { type Args, command, commandUpon, keyAfter, newKey, type Sent } from "../api/server.ts";
import { CHANNELS, GROUPS, isAlwaysOn, type Saved } from "../api/settings.ts";
import { pathPart } from "./query.ts";

type Input = Record<string, string>;
type Asked = { args: Args; form: FormData; input: Input; key: string };
type Act = (asked: Asked) => Promise<Sent<unknown>>;

/** Does what a form of the settings asks for, and says what became of it. */
export async function actInSettings(args: Args) {
  const form = await args.request.formData();
  const { act = "", idempotencyKey = newKey(), ...input } = textsIn(form);
  const known = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  const key = `${idempotencyKey}:${act}`;
  const sent = known ? await known({ args, form, input, key }) : refused("act");
  const of = input.id ?? "";
  const saved: Saved = sent.ok
    ? { act, of, problem: null, input: {}, secret: secretIn(sent.value), key: newKey() }
    : { act, of, problem: sent.problem, input, secret: null, key: keyAfter(sent.problem, idempotencyKey) };
  return data(saved, { status: sent.ok ? 200 : 422 });
}

const refused = (field: string): Sent<unknown> => ({ ok: false, problem: unreadable(field) });

const ACTS: Record<string, Act> = {
  profile: ({ args, input: { name = "", phone, language }, key }) => {
    const body = { name, ...(phone && { phone: phone.replaceAll(/[\s-]/g, "") }), ...(language && { language }) };
    return command(args, "PATCH", "/users/me", body, key);
  },
  notifications: ({ args, form, key }) => {
    const switches = CHANNELS.map((channel) => {
      const of = GROUPS.map((group) => [group, isAlwaysOn(channel, group) || form.has(`${channel}.${group}`)]);
      return [channel, Object.fromEntries(of)];
    });
    return command(args, "PUT", "/users/me/notification-preferences", Object.fromEntries(switches), key);
  },
  "device-end": ({ args, input, key }) => remove(args, `/push-subscriptions/${id(input)}`, key),
  company: ({ args, input, key }) => command(args, "POST", "/organizations", companyIn(input), key),
  "company-change": ({ args, input, key }) =>
    commandUpon(args, "PATCH", `/organizations/${id(input)}`, { body: companyIn(input), version: input.version, key }),
  invite: ({ args, input, key }) => {
    const { email, role } = input;
    return command(args, "POST", `/organizations/${id(input)}/invitations`, { email, role }, key);
  },
  "invitation-end": ({ args, input: { company, id: invitation }, key }) =>
    remove(args, `/organizations/${pathPart(company)}/invitations/${pathPart(invitation)}`, key),
  role: ({ args, input: { company, id: user, role }, key }) =>
    command(args, "PATCH", `/organizations/${pathPart(company)}/members/${pathPart(user)}`, { role }, key),
  "member-end": ({ args, input: { company, id: user }, key }) =>
    remove(args, `/organizations/${pathPart(company)}/members/${pathPart(user)}`, key),
  leave: ({ args, input, key }) => command(args, "POST", `/organizations/${id(input)}/leave`, {}, key),
  endpoint: ({ args, input: { url, description }, key }) =>
    command(args, "POST", "/webhook-endpoints", { url, ...(description && { description }) }, key),
  "endpoint-on": ({ args, input, key }) => change(args, input, { enabled: true }, key),
  "endpoint-off": ({ args, input, key }) => change(args, input, { enabled: false }, key),
  "endpoint-secret": ({ args, input, key }) =>
    command(args, "POST", `/webhook-endpoints/${id(input)}/rotate-secret`, {}, key),
  "endpoint-test": ({ args, input, key }) => command(args, "POST", `/webhook-endpoints/${id(input)}/test`, {}, key),
  "endpoint-end": ({ args, input, key }) => remove(args, `/webhook-endpoints/${id(input)}`, key),
  resend: ({ args, input: { endpoint, id: delivery }, key }) => {
    const path = `/webhook-endpoints/${pathPart(endpoint)}/deliveries/${pathPart(delivery)}/resend`;
    return command(args, "POST", path, {}, key);
  },
};

const id = (input: Input): string => pathPart(input.id ?? "");

const companyIn = ({ legalName, country = "", taxNumber }: Input) => ({
  ...{ legalName, country: country.toUpperCase(), taxNumber: taxNumber || null },
});

const remove = (args: Args, path: string, key: string): Promise<Sent<unknown>> =>
  command<unknown>(args, "DELETE", path, {}, key);

const change = (args: Args, input: Input, body: object, key: string): Promise<Sent<unknown>> =>
  command<unknown>(args, "PATCH", `/webhook-endpoints/${id(input)}`, body, key);

/** What is shown once, and never again. */
function secretIn(value: unknown): string | null {
  return typeof value === "object" && value !== null && "secret" in value ? String(value.secret) : null;
}
