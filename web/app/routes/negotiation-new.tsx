import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
  useLoaderData,
} from "react-router";
import { allPages } from "../../api/all-pages.ts";
import type { Negotiation, NegotiationSummary } from "../../api/negotiations.ts";
import { command, keyAfter, newKey, read } from "../../api/server.ts";
import type { Listed, Product, User } from "../../api/types.ts";
import { asChosen, variantOf } from "../../features/catalog/variants.ts";
import { AboutListing, WhatFollows } from "../../features/negotiations/about.tsx";
import classes from "../../features/negotiations/negotiations.module.css";
import { FIRST_OFFER, OfferForm } from "../../features/negotiations/offer-form.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { textsOf } from "../form-texts.ts";
import { offerIn } from "../negotiation-acts.ts";
import { PageMeta } from "../page-meta.tsx";
import { pathPart, quantityIn } from "../query.ts";

/** A stranger signs in first; whoever talks about this listing already goes on where he is. */
export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const [, product, mine] = await Promise.all([
    read<User>(args, "/users/me"),
    read<Product>(args, `/products/${pathPart(args.params.productId)}`),
    allPages((cursor) =>
      read<Listed<NegotiationSummary>>(args, `/negotiations?role=buyer&status=open&limit=100${cursor}`),
    ),
  ]);
  const open = mine.find((one) => one.product.id === product.id);
  if (open) throw redirect(`/${args.params.lang}/negotiations/${open.id}`);
  const variant = variantOf(product, searchParams.get("variant"));
  return { product: asChosen(product, variant), variant, quantity: quantityIn(searchParams), key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const input = textsOf(await args.request.formData());
  const key = input.idempotencyKey || newKey();
  const made = offerIn(input);
  if ("problem" in made) return data({ problem: made.problem, input, key }, { status: 422 });
  const { variant } = input;
  const body = { productId: args.params.productId, ...(variant && { variantId: variant }), offer: made.offer };
  const sent = await command<Negotiation>(args, "POST", "/negotiations", body, `${key}:open`);
  if (!sent.ok) return data({ problem: sent.problem, input, key: keyAfter(sent.problem, key) }, { status: 422 });
  // News of the negotiation come at the same moment and would make the page forget a redirect of its own.
  throw redirectDocument(`/${args.params.lang}/negotiations/${sent.value.id}`);
}

export default function NewNegotiation() {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { product, variant, quantity, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>();
  const first = { ...FIRST_OFFER, quantity: String(quantity) };
  const about = {
    ...{ id: product.id, title: product.title, pictureUrl: product.pictures[0]?.url ?? null },
    choices: variant?.choices ?? [],
  };
  return (
    <>
      <PageMeta title={`${t("negotiation.newTitle")} · ${say(product.title)}`} noIndex />
      <PageTitle eyebrow={<Link to={to("/negotiations")}>{t("negotiation.title")}</Link>}>
        {t("negotiation.newTitle")}
      </PageTitle>
      <div className={classes.columns}>
        <Panel title={t("negotiation.yourOffer")}>
          <OfferForm
            typed={failed?.input ?? first}
            currency={product.price.currency}
            problem={failed?.problem ?? null}
            idempotencyKey={failed?.key ?? key}
            label={t("negotiation.send")}
          >
            {variant ? <input type="hidden" name="variant" value={variant.id} /> : null}
          </OfferForm>
        </Panel>
        <div className={classes.column}>
          <Panel title={t("negotiation.about")}>
            <AboutListing product={about} price={product.price} seller={product.seller.name} />
          </Panel>
          <WhatFollows />
        </div>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
