import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { command, keyAfter, newKey, read, readOptional } from "../../api/server.ts";
import type { Price, Service } from "../../api/shopping.ts";
import type { Listed, Order, Product, User } from "../../api/types.ts";
import { availableIn, type Balance } from "../../api/wallet.ts";
import { variantOf } from "../../features/catalog/variants.ts";
import { type Unsent, UnsentForm } from "../../features/checkout/unsent-form.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { payFor } from "../pay-for.ts";
import { pathPart, quantityIn } from "../query.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

export async function loader(args: LoaderFunctionArgs) {
  // Whoever is not signed in is asked to before anything else.
  await read<User>(args, "/users/me");
  const [what, wallet] = await Promise.all([
    args.params.serviceId ? serviceFor(args) : filesFor(args),
    readOptional<Listed<Balance>>(args, "/wallet"),
  ]);
  return { what, balance: availableIn(wallet?.data ?? [], what.price.total.currency), key: newKey() };
}

/** What is chosen stands in the address bar. */
function chosenIn({ request }: Args) {
  const { searchParams } = new URL(request.url);
  const number = Number(searchParams.get("package") ?? 1);
  return {
    quantity: quantityIn(searchParams),
    variant: searchParams.get("variant"),
    number: Number.isInteger(number) && number >= 1 && number <= 3 ? number : 1,
  };
}

async function serviceFor(args: Args): Promise<Unsent> {
  const id = pathPart(args.params.serviceId);
  const { number } = chosenIn(args);
  const [service, price] = await Promise.all([
    read<Service>(args, `/services/${id}`),
    read<Price>(args, `/prices?serviceId=${id}&package=${number}&quantity=1`),
  ]);
  const part = service.packages[number - 1]?.name ?? null;
  return { ...described(service), kind: "service", part, quantity: 1, price };
}

async function filesFor(args: Args): Promise<Unsent> {
  const id = pathPart(args.params.productId);
  const { quantity, variant: wished } = chosenIn(args);
  const product = await read<Product>(args, `/products/${id}`);
  const variant = variantOf(product, wished);
  const of = variant ? `&variantId=${variant.id}` : "";
  const price = await read<Price>(args, `/prices?productId=${id}&quantity=${quantity}${of}`);
  return { ...described(product), kind: "digital", part: null, quantity, price };
}

const described = ({ title, seller, pictures }: Service | Product) => ({
  ...{ title, seller },
  pictureUrl: pictures[0]?.sizes[0]?.url ?? pictures[0]?.url ?? null,
});

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const requirements = String(form.get("requirements") ?? "").trim();
  const { quantity, variant, number } = chosenIn(args);
  const { serviceId, productId } = args.params;
  const item = serviceId
    ? { serviceId, package: number, quantity: 1 }
    : { productId, quantity, ...(variant ? { variantId: variant } : {}) };
  const wish = { items: [item], ...(requirements ? { requirements } : {}) };
  const placed = await command<Order>(args, "POST", "/orders", wish, key);
  if (!placed.ok)
    return data({ problem: placed.problem, requirements, key: keyAfter(placed.problem, key) }, { status: 422 });
  throw await payFor(args, args.params.lang ?? "en", form, placed.value.id, key);
}

export default function CheckoutUnsent() {
  const { t } = useTranslation();
  const { what, balance, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>();
  return (
    <>
      <PageMeta title={t("checkout.title")} noIndex />
      <PageTitle>{t("checkout.title")}</PageTitle>
      <UnsentForm
        what={what}
        typed={failed?.requirements ?? ""}
        problem={failed?.problem ?? null}
        idempotencyKey={failed?.key ?? key}
        balance={balance}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
