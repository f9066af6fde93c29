import { useEffect, useState } from "react";
import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useFetcher,
  useLoaderData,
  useNavigation,
} from "react-router";
import type { Agreement } from "../../api/negotiations.ts";
import { ask, command, keyAfter, newKey, read, readOptional } from "../../api/server.ts";
import type { Listed, Rates } from "../../api/types.ts";
import { availableIn, type Balance } from "../../api/wallet.ts";
import { addressIn } from "../../features/checkout/address-fields.tsx";
import { AgreedForm } from "../../features/checkout/agreed-form.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { TermList } from "../../ui/term-list.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { payFor } from "../pay-for.ts";
import { pathPart, postcodeIn } from "../query.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** Whoever has nothing to order here is led to where the agreement stands. */
export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const postcode = postcodeIn(searchParams);
  const [agreement, wallet] = await Promise.all([
    read<Agreement>(args, `/agreements/${pathPart(args.params.id)}`),
    readOptional<Listed<Balance>>(args, "/wallet"),
  ]);
  if (!agreement.actions.includes("order")) throw redirect(`/${args.params.lang}/agreements/${agreement.id}`);
  const rates = postcode ? await ratesFor(args, agreement, postcode) : null;
  return {
    agreement,
    rates,
    postcode,
    balance: availableIn(wallet?.data ?? [], agreement.terms.total.currency),
    key: newKey(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const address = addressIn(form);
  const postcode = postcodeIn(form);
  const id = pathPart(args.params.id);
  const rates = async () =>
    postcode ? await ratesFor(args, await read<Agreement>(args, `/agreements/${id}`), postcode) : null;
  if (form.get("intent") === "rates") return { rates: await rates(), address, problem: null, key };
  const order = {
    shippingAddress: address,
    quoteId: String(form.get("quoteId") ?? ""),
    courier: String(form.get("courier") ?? ""),
  };
  const placed = await command<{ orderId: string }>(args, "POST", `/agreements/${id}/order`, order, key);
  if (!placed.ok) {
    const again = { rates: await rates(), address, problem: placed.problem, key: keyAfter(placed.problem, key) };
    return data(again, { status: 422 });
  }
  throw await payFor(args, args.params.lang ?? "en", form, placed.value.orderId, key);
}

const ratesFor = (args: Args, { terms }: Agreement, postcode: string) =>
  ask<Rates>(
    args,
    `/shipping/rates?productId=${pathPart(terms.item.productId)}&quantity=${terms.quantity}&postcode=${postcode}${terms.item.variant ? `&variantId=${terms.item.variant.id}` : ""}`,
  );

export default function AgreementOrder() {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const loaded = useLoaderData<typeof loader>();
  const answered = useAnswer<typeof action>();
  const typed = useFetcher<typeof loader>();
  const asksByForm = useNavigation().formData?.get("intent") === "rates";
  const [asked, setAsked] = useState<"typed" | "form">("form");
  useEffect(() => {
    if (answered) setAsked("form");
  }, [answered]);
  const onPostcode = (text: string) => {
    const postcode = postcodeIn(new URLSearchParams({ postcode: text }));
    if (!postcode) return;
    setAsked("typed");
    void typed.load(`?postcode=${postcode}`);
  };
  const ofForm = answered ? answered.rates : loaded.rates;
  const { id, terms } = loaded.agreement;
  return (
    <>
      <PageMeta title={t("agreement.orderTitle")} noIndex />
      <PageTitle eyebrow={<Link to={to(`/agreements/${id}`)}>{say(terms.item.title)}</Link>}>
        {t("agreement.orderTitle")}
      </PageTitle>
      <AgreedForm
        agreed={<TermList terms={terms} total={terms.total} />}
        total={terms.total}
        rates={asked === "typed" ? (typed.data?.rates ?? ofForm) : ofForm}
        asking={typed.state !== "idle" || asksByForm}
        onPostcode={onPostcode}
        values={answered?.address ?? { postcode: loaded.postcode }}
        problem={answered?.problem ?? null}
        idempotencyKey={answered?.key ?? loaded.key}
        balance={loaded.balance}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
