import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { command, keyAfter, newKey, read } from "../../api/server.ts";
import type { Cart } from "../../api/shopping.ts";
import classes from "../../features/cart/cart.module.css";
import { SellersLines } from "../../features/cart/cart-lines.tsx";
import { CartSummary, EmptyCart } from "../../features/cart/cart-summary.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart, postcodeIn, quantityIn } from "../query.ts";

export async function loader(args: LoaderFunctionArgs) {
  const postcode = postcodeIn(new URL(args.request.url).searchParams);
  const cart = await read<Cart>(args, `/cart${postcode ? `?postcode=${postcode}` : ""}`);
  const lines = cart.sellers.flatMap((part) => part.lines);
  return { cart, postcode, keys: Object.fromEntries(lines.map(({ id }) => [id, newKey()])) };
}

/** Another quantity of a line, or no more of it. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const path = `/cart/lines/${pathPart(String(form.get("line") ?? ""))}`;
  const quantity = quantityIn(form);
  const sent =
    form.get("intent") === "remove"
      ? await command<unknown>(args, "DELETE", path, {}, `${key}:remove`)
      : await command<unknown>(args, "PUT", path, { quantity }, `${key}:${quantity}`);
  // A line that is gone already is as it should be when it was to go.
  if (sent.ok || (sent.problem.code === "NOT_FOUND" && form.get("intent") === "remove"))
    return { problem: null, key: newKey() };
  return data({ problem: sent.problem, key: keyAfter(sent.problem, key) }, { status: 422 });
}

export default function CartPage() {
  const { t } = useTranslation();
  const { cart, postcode, keys } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>()?.problem;
  return (
    <>
      <PageMeta title={t("cart.title")} noIndex />
      <PageTitle>{t("cart.title")}</PageTitle>
      {failed ? <ProblemCallout problem={failed} withoutMoney /> : null}
      {cart.sellers.length === 0 ? (
        <EmptyCart />
      ) : (
        <div className={classes.cart}>
          <div className={classes.column}>
            {cart.sellers.map((part) => (
              <SellersLines key={part.seller.id} part={part} keys={keys} />
            ))}
          </div>
          <CartSummary cart={cart} postcode={postcode} />
        </div>
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
