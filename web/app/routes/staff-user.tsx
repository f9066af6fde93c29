import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import { statusOf } from "../../api/problem.ts";
import { newKey, read, readOptional } from "../../api/server.ts";
import { type Acted, type Person, type SellerLevel, STAFF_ROLES } from "../../api/staff.ts";
import { PersonFacts } from "../../features/staff/people.tsx";
import { EraseForm, LevelForm, RolesForm, SuspensionForm } from "../../features/staff/person-acts.tsx";
import classes from "../../features/staff/staff.module.css";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { CheckCircleIcon, PersonIcon } from "../../ui/icons.tsx";
import { Callout, PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";
import { actAsStaff, oneLine, type StaffCall } from "../staff-acts.ts";

export async function loader(args: LoaderFunctionArgs) {
  const of = `/admin/users/${pathPart(args.params.id)}`;
  const [person, level] = await Promise.all([
    read<Person>(args, of),
    readOptional<SellerLevel>(args, `${of}/seller-level`),
  ]);
  return { person, level: level?.level ?? null, key: newKey() };
}

type Answer = { acted: Acted | null; done: string | null };

export async function action(args: ActionFunctionArgs) {
  const of = `/admin/users/${pathPart(args.params.id)}`;
  const person = await read<Person>(args, of);
  const result = await actAsStaff(args, (act, input) => callFor(of, person, act, input));
  if (!result.done) {
    const answer: Answer = { acted: result.acted, done: null };
    return data(answer, { status: statusOf(result.acted.problem) });
  }
  if (result.act === "erase") throw redirect(`/${args.params.lang}/staff/users?erased=1`);
  return data<Answer>({ acted: null, done: result.act });
}

function callFor(of: string, { email }: Person, act: string, input: Record<string, string>): StaffCall | string {
  const reason = oneLine(input.reason);
  if (reason === "") return "reason";
  if (act === "suspend" || act === "reinstate") return { method: "POST", path: `${of}/${act}`, body: { reason } };
  if (act === "level") return { method: "PUT", path: `${of}/seller-level`, body: { level: input.level, reason } };
  if (act === "erase" && input.confirmEmail?.toLowerCase() !== email.toLowerCase()) return "confirmEmail";
  if (act === "erase") return { method: "POST", path: `${of}/erase`, body: { reason } };
  if (act !== "roles") return "act";
  const roles = ["user", ...STAFF_ROLES.filter((role) => input[`role.${role}`] !== undefined)];
  return { method: "PUT", path: `${of}/roles`, body: { roles, reason } };
}

export default function StaffUser() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { person, level, key } = useLoaderData<typeof loader>();
  const { acted = null, done = null } = useAnswer<typeof action>() ?? {};
  const me = useRouteLoaderData<ShellData>("routes/shell")?.me;
  const given = { person, acted, idempotencyKey: key };
  const own = me?.id === person.id;
  const decides = me?.roles.includes("admin") && !own;
  return (
    <>
      <PageMeta title={person.name} noIndex />
      <PageTitle eyebrow={<Link to={to("/staff/users")}>{t("people.title")}</Link>}>
        <bdi>{person.name}</bdi>
      </PageTitle>
      <div className={classes.page}>
        {done ? (
          <Callout tone="good" icon={<CheckCircleIcon />} role="status" title={t(`people.done.${done}`)} />
        ) : null}
        <PersonFacts person={person} level={level} />
        {decides ? (
          <>
            <div className={classes.pair}>
              <RolesForm key={person.roles.join()} {...given} />
              <div className={classes.page}>
                <SuspensionForm {...given} />
                {level === null ? null : <LevelForm key={level} {...given} level={level} />}
              </div>
            </div>
            <EraseForm {...given} />
          </>
        ) : (
          <Callout tone="calm" icon={<PersonIcon />} title={t(own ? "people.own" : "people.lookOnly")}>
            <p>{t(own ? "people.ownText" : "people.lookOnlyText")}</p>
          </Callout>
        )}
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
