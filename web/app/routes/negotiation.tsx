import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { Said } from "../../api/conversations.ts";
import type { ChosenVariant, Negotiation, Offer } from "../../api/negotiations.ts";
import type { Problem } from "../../api/problem.ts";
import { newKey, read, readOptional } from "../../api/server.ts";
import type { Product } from "../../api/types.ts";
import { Thread } from "../../features/conversation/thread.tsx";
import { AboutListing, WhatFollows } from "../../features/negotiations/about.tsx";
import classes from "../../features/negotiations/negotiations.module.css";
import { NegotiationNow } from "../../features/negotiations/now.tsx";
import { OfferForm } from "../../features/negotiations/offer-form.tsx";
import { OfferHistory } from "../../features/negotiations/offers.tsx";
import { standingOf } from "../../features/negotiations/standing.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { HandshakeIcon } from "../../ui/icons.tsx";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { typedOf } from "../../ui/term-fields.tsx";
import { TermList } from "../../ui/term-list.tsx";
import { ErrorPage } from "../error-page.tsx";
import { actInNegotiation } from "../negotiation-acts.ts";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import { saidAbout } from "../said.ts";

export async function loader(args: LoaderFunctionArgs) {
  const negotiation = await read<Negotiation>(args, `/negotiations/${pathPart(args.params.id)}`);
  const [said, listing] = await Promise.all([
    saidAbout(args, negotiation.id),
    readOptional<Product>(args, `/products/${negotiation.product.id}`),
  ]);
  const variant = listing?.variants.find(({ id }) => id === negotiation.product.variant?.id);
  return { negotiation, said, price: (variant ?? listing)?.price ?? null, key: newKey() };
}

export const action = (args: ActionFunctionArgs) => actInNegotiation(args);

type Answer = ReturnType<typeof useAnswer<typeof action>>;

export default function NegotiationPage() {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { negotiation, said, price, key } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  const refused = answer?.problem && answer.intent !== "offer" ? answer.problem : null;
  const { product, seller } = negotiation;
  return (
    <>
      <PageMeta title={`${t("negotiation.one")} · ${say(product.title)}`} noIndex />
      <PageTitle eyebrow={<Link to={to("/negotiations")}>{t("negotiation.title")}</Link>}>
        {say(product.title)}
      </PageTitle>
      <div className={classes.page}>
        {refused ? <ProblemCallout problem={refused} about="negotiation" /> : null}
        <NegotiationNow negotiation={negotiation} idempotencyKey={answer?.key ?? key} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <OnTheTable negotiation={negotiation} answer={answer} idempotencyKey={key} />
            <TalkThread negotiation={negotiation} said={said} idempotencyKey={key} />
          </div>
          <div className={classes.column}>
            <Panel title={t("negotiation.about")}>
              <AboutListing
                product={{ ...product, choices: choicesOf(product.variant) }}
                price={price}
                seller={seller.name}
              />
            </Panel>
            <Panel title={t("negotiation.history")}>
              <OfferHistory negotiation={negotiation} />
            </Panel>
            {negotiation.status === "open" ? <WhatFollows /> : null}
          </div>
        </div>
      </div>
    </>
  );
}

const choicesOf = (variant: ChosenVariant | null) => (variant?.choices ?? []).map(({ value }) => value);

type Given = { negotiation: Negotiation; idempotencyKey: string };

/** The newest terms beside those before them, and the answer to them. */
function OnTheTable({ negotiation, answer, idempotencyKey }: Given & { answer: Answer }) {
  const { t } = useTranslation();
  const { offers, actions, lastOffer: offer } = negotiation;
  const mine = answer?.intent === "offer" ? answer : null;
  const sent = mine?.problem === null ? mine.key : "open";
  return (
    <Panel title={t("negotiation.table")} icon={<HandshakeIcon />} anchor="offer">
      <div className={classes.page}>
        <TermList terms={offer} total={offer.total} before={offers.at(-2) ?? null} />
        {actions.includes("offer") ? (
          <Counter key={sent} {...{ negotiation, offer, idempotencyKey }} refused={mine?.problem ? mine : null} />
        ) : null}
      </div>
    </Panel>
  );
}

type Refused = { problem: Problem | null; input: Record<string, string>; key: string };

/** Begins with what is on the table; folded in until it is wanted. */
function Counter({ negotiation, offer, refused, idempotencyKey }: Given & { offer: Offer; refused: Refused | null }) {
  const { t } = useTranslation();
  const countering = standingOf(negotiation) === "answer";
  return (
    <details className={classes.make} open={refused ? true : undefined}>
      <summary>{t(`negotiation.offer.${countering ? "counter" : "again"}`)}</summary>
      <OfferForm
        typed={{ ...typedOf(offer), validForHours: "72", ...refused?.input }}
        currency={offer.unitPrice.currency}
        problem={refused?.problem ?? null}
        idempotencyKey={refused?.key ?? idempotencyKey}
        label={t("negotiation.send")}
      >
        <p className={classes.soft}>{t("negotiation.replaces")}</p>
      </OfferForm>
    </details>
  );
}

function TalkThread({ negotiation, said, idempotencyKey }: Given & { said: Said }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { id, role, buyer, seller, offers } = negotiation;
  const notes = offers.map((offer) => ({
    ...{ key: offer.id, at: offer.madeAt },
    text: t("negotiation.note", { name: negotiation[offer.by].name, number: offer.number }),
  }));
  return (
    <Thread
      said={said}
      subject={{ kind: "negotiation", id }}
      me={role === "seller" ? seller.id : buyer.id}
      names={{ [buyer.id]: buyer.name, [seller.id]: seller.name }}
      notes={notes}
      idempotencyKey={idempotencyKey}
      back={to(`/negotiations/${id}#messages`)}
      older={said.older && said.conversation ? to(`/messages/${said.conversation.id}`) : null}
      empty={t("negotiation.threadEmpty")}
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
